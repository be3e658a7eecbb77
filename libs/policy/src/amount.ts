import Big from 'big.js';

/**
 * Amounts are decimal strings outside and exact decimals inside, never binary floating point. The form is plain: no
 * sign, no exponent, no leading zeros, up to 40 digits before and 40 after the point. An amount keeps the exact form
 * it was given in, so what CoKeeps reads is what the ledger wrote.
 */
const PLAIN = /^(0|[1-9][0-9]{0,39})(\.[0-9]{1,40})?$/;

export const AMOUNT_FORM = 'must be a plain decimal string, at most 40 digits on each side of the point';

export const isAmount = (text: unknown): text is string => typeof text === 'string' && PLAIN.test(text);

/** Negative, zero or positive, as a is below, equal to or above b. Both must be amounts. */
export const compareAmounts = (a: string, b: string): number => exact(a).cmp(exact(b));

export const isZero = (amount: string): boolean => compareAmounts(amount, '0') === 0;

function exact(text: string): Big {
  if (!isAmount(text)) throw new TypeError('not an amount');
  return new Big(text);
}
