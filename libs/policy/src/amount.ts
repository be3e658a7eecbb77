import Big from 'big.js';

/**
 * Amounts are decimal strings outside and exact decimals inside, never binary floating point. The form is plain: no
 * sign, no exponent, no leading zeros, up to 40 digits before and 40 after the point. An amount keeps the exact form
 * it was given in, so what CoKeeps reads is what the ledger wrote. Totals and differences are computed exactly and
 * may be longer.
 */
const PLAIN = /^(0|[1-9][0-9]{0,39})(\.[0-9]{1,40})?$/;

export const AMOUNT_FORM = 'must be a plain decimal string, at most 40 digits on each side of the point';

export const isAmount = (text: unknown): text is string => typeof text === 'string' && PLAIN.test(text);

/** Negative, zero or positive, as a is below, equal to or above b. Both must be amounts. */
export const compareAmounts = (a: string, b: string): number => exact(a).cmp(exact(b));

export const isZero = (amount: string): boolean => compareAmounts(amount, '0') === 0;

/** An exact decimal of our own making: a total or a difference, which may be negative. */
export type Decimal = Big;

export const decimal = (text: string | number): Decimal => new Big(text);

/** Characters of an amount so short that a thousand of them add up to a safe integer, whatever their point. */
const SHORT = 12;
const POINT = 46;
const ZERO_DIGIT = 48;

/**
 * Exact. A decision may add up hundreds of holds, so this adds whole numbers, by their number of decimal places, and
 * reads short ones without making a text or a bigint of each. At most a thousand amounts.
 */
export function sumOf(amounts: readonly string[]): Decimal {
  const short: number[] = [];
  let long = ZERO;
  for (const text of amounts) {
    if (text.length > SHORT) {
      long = long.plus(text);
      continue;
    }
    let [value, places, isFraction] = [0, 0, false];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === POINT) isFraction = true;
      else {
        value = value * 10 + (code - ZERO_DIGIT);
        if (isFraction) places += 1;
      }
    }
    short[places] = (short[places] ?? 0) + value;
  }
  return short.reduce((total, sum, places) => total.plus(`${sum}e-${places}`), long);
}

/** Plain notation, no exponent, no trailing zeros. */
export const decimalText = (value: Decimal): string => value.toFixed();

export const ZERO: Decimal = new Big(0);

/** Nothing below zero is ever shown to anybody as what is left. */
export const notBelowZero = (value: Decimal): Decimal => (value.lt(0) ? ZERO : value);

/**
 * As an amount that can be sent: at most 40 digits on each side, rounded down, so that it never says more than there is.
 */
export const amountText = (value: Decimal): string => {
  const text = notBelowZero(value).round(40, 0).toFixed();
  return isAmount(text) ? text : '9'.repeat(40);
};

function exact(text: string): Big {
  if (!isAmount(text)) throw new TypeError('not an amount');
  return new Big(text);
}
