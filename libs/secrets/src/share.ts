/**
 * One share as text, on one line, in the form an operator copies, prints and mails:
 *
 *     csh1:<set id>:<index>:<threshold>:<shares>:<commitment>:<data>:<checksum>
 *
 * csh1        the version of this format
 * set id      1 to 64 letters, digits, `-` or `_`: which split this is a share of
 * index       1..shares, which share; threshold and shares are decimal too, without leading zeros
 * commitment  64 hex: what the combined payload must hash to, see commitment.ts
 * data        hex, a multiple of 16 bytes: the values of the polynomials at `index`
 * checksum    16 hex: the start of SHA-256 over everything before it, colon included
 *
 * Hex is lowercase, so a share has one spelling. The checksum finds damage and says whose; it stops no forger, the
 * commitment does.
 */
import { createHash } from 'node:crypto';

export const MIN_THRESHOLD = 2;
export const MAX_SHARES = 20;

export interface ShareSet {
  readonly setId: string;
  readonly threshold: number;
  readonly shares: number;
  readonly commitment: string;
}

export interface Share extends ShareSet {
  readonly index: number;
  readonly data: string;
}

const SET_ID = '[A-Za-z0-9_-]{1,64}';
const COUNT = '[1-9][0-9]?';
const format = new RegExp(
  `^csh1:(${SET_ID}):(${COUNT}):(${COUNT}):(${COUNT}):([0-9a-f]{64}):([0-9a-f]+):([0-9a-f]{16})$`,
);

export const isSetId = (text: string): boolean => new RegExp(`^${SET_ID}$`).test(text);

export const formatShare = (share: Share): string => {
  const { setId, index, threshold, shares, commitment, data } = share;
  const body = ['csh1', setId, index, threshold, shares, commitment, data, ''].join(':');
  return body + checksum(body);
};

/** The share, or why it is none. The text must be exact: no surrounding whitespace. */
export const parseShare = (text: string): Share | 'malformed' | 'damaged' => {
  const [, setId, index, threshold, shares, commitment, data, sum] = format.exec(text) ?? [];
  if (setId === undefined || commitment === undefined || data === undefined || sum === undefined)
    return 'malformed';
  if (checksum(text.slice(0, -sum.length)) !== sum) return 'damaged';
  const share = {
    setId,
    index: Number(index),
    threshold: Number(threshold),
    shares: Number(shares),
    commitment,
    data,
  };
  return isPossible(share) ? share : 'malformed';
};

const isPossible = ({ index, threshold, shares, data }: Share): boolean =>
  threshold >= MIN_THRESHOLD &&
  threshold <= shares &&
  shares <= MAX_SHARES &&
  index <= shares &&
  data.length % 32 === 0;

const checksum = (body: string): string =>
  createHash('sha256').update(body, 'utf8').digest('hex').slice(0, 16);
