import type { Random } from '../random';

/** Amounts as the simulated ledger writes them: whole numbers of 10^-8, as plain decimal text. */
export type Coins = bigint;

export function coinsText(coins: Coins): string {
  const digits = coins.toString().padStart(9, '0');
  const fraction = digits.slice(-8).replace(/0+$/, '');
  return digits.slice(0, -8) + (fraction === '' ? '' : `.${fraction}`);
}

export function coinsOf(text: string): Coins {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(8, '0'));
}

export interface Chain {
  readonly chainId: string;
  /** What one operation may about move. On one chain beyond what a float can hold, on one at the smallest unit. */
  readonly usual: Coins;
}

export const chains: readonly Chain[] = [
  { chainId: 'gold', usual: 100_00000000n },
  { chainId: 'silver', usual: 9007199254740993_00000001n },
  { chainId: 'copper', usual: 997n },
];

export const usualOf = (chainId: string): Coins =>
  chains.find((chain) => chain.chainId === chainId)?.usual ?? 1n;

/** About `thousandths` of what is usual, never nothing. */
export const part = (usual: Coins, thousandths: number): Coins => {
  const coins = (usual * BigInt(thousandths)) / 1000n;
  return coins > 0n ? coins : 1n;
};

export const someCoins = (random: Random, usual: Coins): Coins =>
  part(usual, random.between(1, random.chance(0.1) ? 1300 : 700)) + BigInt(random.below(3));
