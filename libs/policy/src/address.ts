import { base58, base58xrp, createBase58check } from '@scure/base';
import { Address, NETWORK, OutScript, TEST_NETWORK } from '@scure/btc-signer';
import { sha256 } from '@scure/btc-signer/utils';
import { addr } from 'micro-eth-signer/address';

/**
 * Whether an address can be one of its chain at all, so that a typo is refused on the day it is entered and not when
 * money has left. The form is all that is checked: no chain is asked, and a burn address is an address. Nothing is
 * normalised, because CoKeeps compares the exact string. Every function here is total. The size is checked before a
 * decoder sees the string, since base58 takes quadratic time; what a decoder says is dropped, since it quotes the value.
 */
export const addressFamilies = ['evm', 'bitcoin', 'bitcoin_testnet', 'solana', 'xrp', 'exact'] as const;

export type AddressFamily = (typeof addressFamilies)[number];

/** Spelt as `familyOf` compares: small letters, no `-` or `_`. */
const chains: Readonly<Record<Exclude<AddressFamily, 'exact'>, string>> = {
  evm: `ethereum eth ethereumsepolia sepolia holesky hoodi optimism optimismsepolia base basesepolia arbitrum
    arbitrumone arbitrumsepolia polygon polygonamoy matic bnb bsc bnbtestnet bsctestnet avalanche avalanchefuji gnosis
    linea lineasepolia scroll scrollsepolia celo fantom mantle blast`,
  bitcoin: 'bitcoin btc bitcoinmainnet',
  bitcoin_testnet: 'bitcointestnet bitcointestnet3 bitcointestnet4 bitcoinsignet btctestnet btcsignet',
  solana: 'solana sol solanamainnet solanadevnet solanatestnet',
  xrp: 'xrp ripple xrpl xrptestnet xrpdevnet rippletestnet rippledevnet xrpltestnet xrpldevnet',
};

const familyByName: ReadonlyMap<string, AddressFamily> = new Map(
  addressFamilies.flatMap((family) =>
    family === 'exact' ? [] : chains[family].split(/\s+/).map((name) => [name, family] as const),
  ),
);

/** An EVM chain id: the number alone, or as CAIP-2 writes it. */
const EVM_CHAIN_ID = /^(eip155:)?[0-9]+$/;

/**
 * The family a chain id belongs to when nothing else is configured; unknown ids are 'exact'. Case, `-` and `_` make no
 * difference: another spelling of a known chain must not weaken the check.
 */
export const familyOf = (chainId: string): AddressFamily => {
  if (chainId.length > 64) return 'exact';
  if (EVM_CHAIN_ID.test(chainId)) return 'evm';
  return familyByName.get(chainId.toLowerCase().replace(/[-_]/g, '')) ?? 'exact';
};

/**
 * What is wrong with the address (and tag) on that family, as a sentence that never repeats the value; undefined when
 * nothing is. No tag is null: an empty one is a mistake.
 */
export const addressMistake = (
  family: AddressFamily,
  address: string,
  tag: string | null,
): string | undefined => addressForms[family](address) ?? (tag === null ? undefined : tagForms[family](tag));

type Form = (text: string) => string | undefined;

const evm: Form = (address) => {
  if (!/^0x[0-9a-fA-F]{40}$/.test(address)) return 'the address must be 0x and 40 hex digits';
  if (!addr.isValid(address)) return 'the mixed-case address does not match its EIP-55 checksum';
  return undefined;
};

const SEGWIT = /^(bc|tb)1/i;

const bitcoin =
  (own: typeof NETWORK, other: typeof NETWORK, wrongNetwork: string): Form =>
  (address) => {
    if (!/^[0-9A-Za-z]{14,74}$/.test(address))
      return 'the address must be a Bitcoin address: 14 to 74 letters and digits';
    if (SEGWIT.test(address) && address !== address.toLowerCase() && address !== address.toUpperCase())
      return 'the bech32 address must not mix small and capital letters';
    if (isPayable(address, own)) return undefined;
    if (isPayable(address, other)) return wrongNetwork;
    return 'the address must be a P2PKH, P2SH, segwit v0 or taproot address with a right checksum';
  };

/** Building the output script also refuses a taproot key that is no point of the curve: nobody could spend from it. */
const isPayable = (address: string, network: typeof NETWORK): boolean =>
  decoded(() => OutScript.encode(Address(network).decode(address))) !== undefined;

const solana: Form = (address) =>
  /^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(address) && base58.decode(address).length === 32
    ? undefined
    : 'the address must be 32 bytes in base58';

const xrp: Form = (address) => {
  const payload = /^[1-9A-HJ-NP-Za-km-z]{25,48}$/.test(address) ? xrpPayload(address) : undefined;
  if (payload?.length === 21 && payload[0] === 0) return undefined;
  if (payload?.length === 31 && X_ADDRESS.has(`${payload[0]},${payload[1]}`))
    return 'an X-address carries its own tag: give the classic address, and the tag separately';
  return 'the address must be a classic XRP address (r…) with a right checksum';
};

/** The first two bytes of an X-address (XLS-5), on the main and on the test network. */
const X_ADDRESS: ReadonlySet<string> = new Set(['5,68', '4,147']);

/**
 * The XRP Ledger writes base58check as Bitcoin does, double SHA-256 included, with the letters in another order. So the
 * bytes are spelt anew and Bitcoin's decoder judges them: ripple-address-codec would bring node:crypto and an
 * ESM-only dependency into this library.
 */
const xrpPayload = (address: string): Uint8Array | undefined =>
  decoded(() => bitcoinBase58check.decode(base58.encode(base58xrp.decode(address))));

const bitcoinBase58check = createBase58check(sha256);

const exact: Form = (address) =>
  /^[!-~]{1,256}$/.test(address)
    ? undefined
    : 'the address must be 1 to 256 printable ASCII characters without spaces';

const addressForms: Readonly<Record<AddressFamily, Form>> = {
  evm,
  bitcoin: bitcoin(NETWORK, TEST_NETWORK, 'the address belongs to a Bitcoin test network'),
  bitcoin_testnet: bitcoin(TEST_NETWORK, NETWORK, 'the address belongs to the Bitcoin main network'),
  solana,
  xrp,
  exact,
};

const noTag: Form = () => 'addresses of this chain take no tag';

/** ASCII, and no space at an end: a memo is compared exactly, so what looks the same must be the same. */
const memo: Form = (tag) =>
  /^(?! )[ -~]{1,100}$/.test(tag) && !tag.endsWith(' ')
    ? undefined
    : 'the tag must be 1 to 100 printable ASCII characters, with no space at either end';

const destinationTag: Form = (tag) =>
  /^(0|[1-9][0-9]{0,9})$/.test(tag) && Number(tag) <= 0xffff_ffff
    ? undefined
    : 'the tag must be a whole number from 0 to 4294967295, without leading zeros';

const tagForms: Readonly<Record<AddressFamily, Form>> = {
  evm: noTag,
  bitcoin: noTag,
  bitcoin_testnet: noTag,
  solana: memo,
  xrp: destinationTag,
  exact: memo,
};

/**
 * Two different addresses a person would take for one: same first and same last characters. Case is ignored and the
 * prefix every address of a chain shares is skipped. Two spellings of one EVM address look alike too, and should: only
 * one of them is compared equal.
 */
export const looksLike = (a: string, b: string): boolean => {
  if (a === b) return false;
  const [bodyA, bodyB] = [withoutPrefix(a), withoutPrefix(b)];
  return (
    sameLetters(bodyA.slice(0, SEEN), bodyB.slice(0, SEEN)) &&
    sameLetters(bodyA.slice(-SEEN), bodyB.slice(-SEEN))
  );
};

/** How many characters people, and the wallets that shorten addresses, look at on each side. */
const SEEN = 4;

const withoutPrefix = (address: string): string => address.replace(/^(0x|bc1|tb1)/i, '');

const sameLetters = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What the decoder makes of it; undefined when it refuses, for whatever reason. */
function decoded<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
