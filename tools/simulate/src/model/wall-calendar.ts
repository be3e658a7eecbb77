/**
 * Calendar periods the naive way: every instant has a wall-clock date in a zone, told by Intl, and two instants are in
 * the same day, week, month or year when their dates are. Nothing is ever computed about offsets or boundaries, so there
 * is nothing to get wrong about clock changes. (A zone that sets its clock back over a midnight already shown would
 * need more; none has in the years that are simulated.)
 */
export interface WallWindow {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly zone: string;
  readonly startsOn: number;
}

export interface WallCalendar {
  /** Equal for two instants exactly when they are in the same period. Grows with time. */
  period(window: WallWindow, at: number): number;
}

const DAY_MS = 86_400_000;

export function createWallCalendar(): WallCalendar {
  const zones = new Map<string, (at: number) => number>();
  return {
    period(window, at) {
      let date = zones.get(window.zone);
      if (date === undefined) zones.set(window.zone, (date = remembered(dateIn(window.zone))));
      return periodOf(window, date(at));
    },
  };
}

/** The wall-clock date, as the number of days from 1 January 1970. */
function dateIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => Date.parse(`${format.format(at)}T00:00:00Z`) / DAY_MS;
}

function remembered(date: (at: number) => number): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    let day = known.get(at);
    if (day === undefined) known.set(at, (day = date(at)));
    return day;
  };
}

function periodOf({ unit, startsOn }: WallWindow, day: number): number {
  if (unit === 'day') return day;
  const weekday = ((day + 3) % 7) + 1; // 1 January 1970 was a Thursday
  if (unit === 'week') return day - ((weekday - startsOn + 7) % 7);
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'year') return year;
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return year * 12 + month - (date.getUTCDate() < Math.min(startsOn, daysInMonth) ? 1 : 0);
}
