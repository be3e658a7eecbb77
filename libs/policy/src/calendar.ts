/**
 * Days, weeks, months and years of a zone, as spans of UTC milliseconds.
 *
 * A period starts at the first instant whose wall clock shows its first date or a later one. Such instants never run
 * backwards as dates advance, so the periods of a window tile time: every instant is in exactly one, also where
 * midnight is skipped, comes twice or is undone (a clock set back over midnight belongs to the day already begun), and
 * where a whole date is missing (its day is empty, and no period is ever empty in an answer).
 *
 * Dates are Temporal's; offsets are asked of Intl and not of Temporal's zones, because temporal-polyfill 0.3.2 samples
 * a zone every few weeks, misses short changes (each Ramadan in Africa/Casablanca, Cairo 2010, Fiji 2021) and knows none
 * later than ten years from the day it runs. The answers are therefore those of the tz data of the running Node.
 */
import { Temporal } from 'temporal-polyfill';

export const calendarUnits = ['day', 'week', 'month', 'year'] as const;
export type CalendarUnit = (typeof calendarUnits)[number];

export interface CalendarWindow {
  readonly unit: CalendarUnit;
  /** IANA name, e.g. Europe/Berlin, or UTC. */
  readonly zone: string;
  /** week: 1 (Monday) to 7; month: 1 to 31, a month without that day starts on its last day; day and year: 1. */
  readonly startsOn: number;
}

/** ms UTC; start inclusive, end exclusive; end is the start of the next period. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** What to add to an instant (ms UTC) for the zone's wall clock, in ms. */
type Offset = (at: number) => number;

const lastStart: Readonly<Record<CalendarUnit, number>> = { day: 1, week: 7, month: 31, year: 1 };

/** More than any zone is from UTC, and less than any zone lets pass between two changes of its offset (halved). */
const REACH = 16 * 3_600_000;

/** True for the names Intl knows, in their one spelling (Europe/Berlin, UTC); offsets and abbreviations are refused. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Z]/.test(zone)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId === zone;
  } catch {
    return false;
  }
};

const offsetOf = (zone: string): Offset => {
  const wallClock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const [month = NaN, day, year = NaN, hour, minute, second] = (
      wallClock.format(at).match(/\d+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
};

const midnightUtc = (date: Temporal.PlainDate) => Date.UTC(date.year, date.month - 1, date.day);

const dateOf = (wall: number) => {
  const fields = new Date(wall);
  return new Temporal.PlainDate(fields.getUTCFullYear(), fields.getUTCMonth() + 1, fields.getUTCDate());
};

/** The first instant in (from, to] that has the offset of `to`, given that the offset changes once between them. */
const changeBetween = (offset: Offset, from: number, to: number): number => {
  const after = offset(to);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle) === after) high = middle;
    else low = middle;
  }
  return high;
};

/** The first instant at which the wall clock shows `date` or later. */
const beginning = (offset: Offset, date: Temporal.PlainDate): number => {
  const midnight = midnightUtc(date);
  const [before, after] = [offset(midnight - REACH), offset(midnight + REACH)];
  if (before === after) return midnight - before;
  const change = changeBetween(offset, midnight - REACH, midnight + REACH);
  return midnight - before < change ? midnight - before : Math.max(change, midnight - after);
};

const monthStart = (month: Temporal.PlainYearMonth, startsOn: number) =>
  month.toPlainDate({ day: Math.min(startsOn, month.daysInMonth) });

/** The first date of the period that `date` is in. */
const firstDate = ({ unit, startsOn }: CalendarWindow, date: Temporal.PlainDate): Temporal.PlainDate => {
  switch (unit) {
    case 'day':
      return date;
    case 'week':
      return date.subtract({ days: (date.dayOfWeek - startsOn + 7) % 7 });
    case 'month': {
      const month = date.toPlainYearMonth();
      const first = monthStart(month, startsOn);
      return Temporal.PlainDate.compare(first, date) <= 0
        ? first
        : monthStart(month.subtract({ months: 1 }), startsOn);
    }
    case 'year':
      return date.with({ month: 1, day: 1 });
  }
};

/** The first date of the period after the one that starts on `first`. */
const nextFirstDate = ({ unit, startsOn }: CalendarWindow, first: Temporal.PlainDate): Temporal.PlainDate => {
  switch (unit) {
    case 'day':
      return first.add({ days: 1 });
    case 'week':
      return first.add({ days: 7 });
    case 'month':
      return monthStart(first.toPlainYearMonth().add({ months: 1 }), startsOn);
    case 'year':
      return first.add({ years: 1 });
  }
};

const find = (window: CalendarWindow, offset: Offset, at: number): Period => {
  let first = firstDate(window, dateOf(at + offset(at)));
  let start = beginning(offset, first);
  for (;;) {
    first = nextFirstDate(window, first);
    const end = beginning(offset, first);
    if (at < end) return { start, end };
    // The clock was set back over midnight: it shows a date of a period that is already over.
    start = end;
  }
};

const check = ({ unit, zone, startsOn }: CalendarWindow) => {
  if (!isZone(zone)) throw new RangeError(`not an IANA zone: ${zone}`);
  if (!Number.isInteger(startsOn) || startsOn < 1 || startsOn > lastStart[unit])
    throw new RangeError(`a ${unit} cannot start on ${startsOn}`);
};

/**
 * `periodOf` for many calls: it keeps one clock per zone and the last period per window, and answers from that while
 * `at` is inside. Without effect on any answer; holds no more than there are zones and windows.
 */
export const createCalendar = (): ((window: CalendarWindow, at: number) => Period) => {
  const offsets = new Map<string, Offset>();
  const last = new Map<string, Period>();
  return (window, at) => {
    const key = `${window.unit} ${window.startsOn} ${window.zone}`;
    const known = last.get(key);
    if (known && known.start <= at && at < known.end) return known;
    if (!known) check(window);
    const offset = offsets.get(window.zone) ?? offsetOf(window.zone);
    offsets.set(window.zone, offset);
    const period = find(window, offset, at);
    last.set(key, period);
    return period;
  };
};

/** The period of the window that contains the instant `at` (ms UTC). A window that cannot be is a RangeError. */
export const periodOf = (window: CalendarWindow, at: number): Period => createCalendar()(window, at);
