/** Exact amounts as whole numbers of 10^-20, enough for a share (4 decimals) of an amount (8 decimals). */
const DECIMALS = 20;

export const ONE = 10n ** BigInt(DECIMALS);

/** Plain decimal text, with a sign when negative, to units. Throws on what does not fit: nothing is ever rounded. */
export function units(text: string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '' || fraction.length > DECIMALS) throw new RangeError(`not an amount of the model: ${text}`);
  const value = BigInt(whole + fraction.padEnd(DECIMALS, '0'));
  return sign === '-' ? -value : value;
}

export function unitsText(value: bigint): string {
  if (value < 0n) return `-${unitsText(-value)}`;
  const digits = value.toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  return digits.slice(0, -DECIMALS) + (fraction === '' ? '' : `.${fraction}`);
}
