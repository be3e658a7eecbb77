import type { Limit } from '@countersign/rpc';

/** The kinds of limit that the demo world uses, as they go over the wire. */
const amount = (kind: string, max: string): Limit => ({
  kind,
  max,
  measure: 'amount',
  durationMs: 0,
  unit: '',
  zone: '',
  startsOn: 0,
  perDestination: false,
});

export const DAY_MS = 24 * 60 * 60_000;

export const perTransaction = (max: string): Limit => amount('transaction', max);

/** In any 24 hours, which no midnight interrupts: a demonstration must come out alike at any time of day. */
export const per24Hours = (max: string): Limit => ({ ...amount('sliding', max), durationMs: DAY_MS });

/** As explanations name them. */
export const per24HoursKey = `amount/sliding/${DAY_MS}`;
