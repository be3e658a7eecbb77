import type { CalendarWindow } from '../../src';
import type { Policy } from '../scenario/policy';

/** What really happened, the slow and obvious way: every operation is kept, sums are made anew each time. Tenths. */
export interface Op {
  readonly id: string;
  readonly held: bigint;
  readonly to: string;
  /** ms UTC: when it was first granted. */
  at: number;
  /** When the assets moved, ms UTC, and how much. */
  moved: { readonly at: number; readonly amount: bigint } | null;
  /** When the engine was told, ms UTC. */
  recorded: number | null;
  ended: 'never' | 'open' | 'settled' | 'released';
}

export type Window =
  | { readonly kind: 'sliding'; readonly ms: number }
  | ({ readonly kind: 'calendar' } & CalendarWindow)
  | { readonly kind: 'lifetime' | 'transaction' | 'share' };

/** What moved in the window that ends at `end`, inclusive; of a calendar window, in its whole period. */
export function movedIn(
  ops: readonly Op[],
  window: Window,
  end: number,
  { periodOf }: Pick<Policy, 'periodOf'>,
): { readonly amount: bigint; readonly count: bigint } {
  const [from, to] =
    window.kind === 'sliding'
      ? [end - window.ms, end]
      : window.kind === 'calendar'
        ? [periodOf(window, end).start - 1, periodOf(window, end).end - 1]
        : [-Infinity, Infinity];
  const within = ops.filter(({ moved }) => moved !== null && moved.at > from && moved.at <= to);
  return {
    amount: within.reduce((sum, { moved }) => sum + (moved?.amount ?? 0n), 0n),
    count: BigInt(within.length),
  };
}

export const openOf = (ops: readonly Op[]): readonly Op[] => ops.filter(({ ended }) => ended === 'open');

export const heldEver = (ops: readonly Op[]): bigint => ops.reduce((sum, { held }) => sum + held, 0n);

export function tenths(text: string): bigint {
  const [whole = '', part = '0'] = text.split('.');
  return BigInt(whole) * 10n + BigInt(part);
}

export const textOfTenths = (value: bigint): string => `${value / 10n}.${value % 10n}`;
