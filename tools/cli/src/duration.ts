const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

type Unit = keyof typeof UNITS;

/** `90s`, `15m`, `24h`, `7d`, `2w`: in ms. Undefined: not written so. */
export function durationMs(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * UNITS[unit as Unit];
}

/** In the largest unit that leaves nothing over. */
export function durationText(ms: number): string {
  const unit = (['w', 'd', 'h', 'm', 's'] as const).find((one) => ms !== 0 && ms % UNITS[one] === 0);
  return unit === undefined ? `${ms} ms` : `${ms / UNITS[unit]}${unit}`;
}
