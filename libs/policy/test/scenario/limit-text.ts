import type { Limit } from '../../src';
import { durationOf } from './time-text';

/**
 * Limits as people write them: `5 per transaction`, `10 per 90m`, `10 per day in Europe/Berlin`, `10 per week from 7 in
 * UTC`, `10 per month from 31 in UTC`, `50 ever`, `0.5 of balance`. `3 operations` in place of an amount counts
 * operations; `to each destination` at the end counts each destination by itself.
 */
export function limitOf(text: string): Limit {
  const [, max = '', counted, what = '', each] =
    /^(\S+)( operations?)? (.+?)( to each destination)?$/.exec(text.trim()) ?? [];
  const scope = { perDestination: each !== undefined };
  const capped = { measure: counted === undefined ? ('amount' as const) : ('count' as const), max, ...scope };
  if (what === 'per transaction') return { kind: 'transaction', measure: 'amount', max, ...scope };
  if (what === 'of balance') return { kind: 'share', measure: 'amount', max, perDestination: false };
  if (what === 'ever') return { kind: 'lifetime', ...capped };
  const calendar = /^per (day|week|month|year)(?: from (\d+))? in (\S+)$/.exec(what);
  if (calendar !== null) {
    const [, unit, startsOn = '1', zone = ''] = calendar;
    return {
      kind: 'calendar',
      unit: unit as 'day' | 'week' | 'month' | 'year',
      zone,
      startsOn: Number(startsOn),
      ...capped,
    };
  }
  const sliding = /^per (\S+)$/.exec(what);
  if (sliding === null) throw new Error(`not a limit: ${text}`);
  return { kind: 'sliding', ms: durationOf(sliding[1] ?? ''), ...capped };
}

/** Several, separated by `;`. `none` is an empty list. */
export const limitsOf = (text: string): readonly Limit[] =>
  text.trim() === 'none' ? [] : text.split(';').map(limitOf);
