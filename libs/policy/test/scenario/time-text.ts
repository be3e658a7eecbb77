const UNITS_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** When every scenario begins: the midnight before Thursday, 1 January 2026, UTC. */
export const MIDNIGHT = Date.UTC(2026, 0, 1);

/** `90m`, `24h`, `7d`, `1ms`. */
export function durationOf(text: string): number {
  const [, count, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(text) ?? [];
  if (count === undefined) throw new Error(`not a duration: ${text}`);
  return Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS];
}

/**
 * ms UTC of `10:00`, `10:00:00.001` (of the first day), `02-28 10:00` spelt `02-28T10:00` (of 2026), a full
 * `2024-02-29T10:00`, all UTC, or `+5m` from `now`.
 */
export function instantOf(text: string, now: number): number {
  if (text.startsWith('+')) return now + durationOf(text.slice(1));
  const full = /^\d\d:/.test(text) ? `2026-01-01T${text}` : /^\d\d-/.test(text) ? `2026-${text}` : text;
  const time = Date.parse(`${full}Z`);
  if (Number.isNaN(time)) throw new Error(`not a time: ${text}`);
  return time;
}

export const isInstant = (text: string): boolean => /^(\+\d|\d\d:|\d\d-\d\dT|\d{4}-\d\d-\d\dT)/.test(text);
