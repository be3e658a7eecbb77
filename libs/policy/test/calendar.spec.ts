import fc from 'fast-check';
import { calendarUnits, createCalendar, isZone, periodOf, type CalendarWindow } from '../src/calendar';

const HOUR = 3_600_000;
const run = { seed: 20261121, numRuns: 1500 };

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Kwajalein',
];

/** `unit zone`, or `unit/startsOn zone`. */
const windowOf = (text: string): CalendarWindow => {
  const [, unit, startsOn = '1', zone = ''] = /^(\w+)(?:\/(\S+))? (\S+)$/.exec(text) ?? [];
  const known = calendarUnits.find((u) => u === unit);
  if (!known) throw new Error(`no unit in ${text}`);
  return { unit: known, zone, startsOn: Number(startsOn) };
};
const utc = (text: string) => Date.parse(`${text}Z`);
const short = (at: number) => new Date(at).toISOString().replace(/(?::00)?\.000Z$/, '');

const anyWindow = fc
  .record({
    unit: fc.constantFrom(...calendarUnits),
    zone: fc.constantFrom(...zones),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ unit, zone, day }): CalendarWindow => {
    const startsOn = { day: 1, week: 1 + (day % 7), month: day, year: 1 }[unit];
    return { unit, zone, startsOn };
  });
/** Changes of offset at or near a midnight in one of the zones above; random instants would seldom meet them. */
const changes = [
  '1993-08-21T12:00', // Kwajalein drops a date
  '1994-12-31T10:00', // Kiritimati drops a date
  '2010-11-07T02:31', // St_Johns, back over midnight
  '2011-12-30T10:00', // Apia drops a date
  '2018-02-18T02:00', // Sao_Paulo, back at midnight
  '2018-11-04T03:00', // Sao_Paulo, no midnight
  '2024-03-30T22:00', // Beirut, no midnight
  '2024-04-25T22:00', // Cairo, no midnight
  '2024-11-03T05:00', // Havana, midnight twice
].map(utc);
const anyInstant = fc.oneof(
  fc.integer({ min: 0, max: Date.UTC(2200, 0) }),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -3 * HOUR, max: 30 * HOUR }))
    .map(([t, d]) => t + d),
);

describe('the period', () => {
  // window, an instant in it, its start and its end; all times UTC
  it.each([
    // Europe/Berlin, +1, in summer +2
    ['day Europe/Berlin', '2026-01-15T12:00', '2026-01-14T23:00', '2026-01-15T23:00'],
    ['day Europe/Berlin', '2026-03-29T12:00', '2026-03-28T23:00', '2026-03-29T22:00'], // 23 hours
    ['day Europe/Berlin', '2026-10-25T00:30', '2026-10-24T22:00', '2026-10-25T23:00'], // 25 hours
    ['day Europe/Berlin', '2026-10-25T01:30', '2026-10-24T22:00', '2026-10-25T23:00'], // 02:30 again
    ['week Europe/Berlin', '2026-03-29T12:00', '2026-03-22T23:00', '2026-03-29T22:00'],
    ['week/7 Europe/Berlin', '2026-03-29T12:00', '2026-03-28T23:00', '2026-04-04T22:00'],
    ['month Europe/Berlin', '2026-03-01T00:00', '2026-02-28T23:00', '2026-03-31T22:00'],
    ['month Europe/Berlin', '2026-10-31T22:59:59.999', '2026-09-30T22:00', '2026-10-31T23:00'],
    ['month Europe/Berlin', '2026-10-31T23:00', '2026-10-31T23:00', '2026-11-30T23:00'],
    ['year Europe/Berlin', '2025-12-31T23:00', '2025-12-31T23:00', '2026-12-31T23:00'],
    ['year Europe/Berlin', '2025-12-31T22:59:59.999', '2024-12-31T23:00', '2025-12-31T23:00'],
    ['day Europe/Berlin', '2150-07-01T12:00', '2150-06-30T22:00', '2150-07-01T22:00'],
    // America/New_York, -5, in summer -4
    ['day America/New_York', '2026-03-08T12:00', '2026-03-08T05:00', '2026-03-09T04:00'], // 23 hours
    ['day America/New_York', '2026-11-01T12:00', '2026-11-01T04:00', '2026-11-02T05:00'], // 25 hours
    ['week/7 America/New_York', '2026-03-10T12:00', '2026-03-08T05:00', '2026-03-15T04:00'],
    ['day America/New_York', '1970-01-01T00:00', '1969-12-31T05:00', '1970-01-01T05:00'],
    ['year America/New_York', '1970-01-01T00:00', '1969-01-01T05:00', '1970-01-01T05:00'],
    // offsets that are not whole hours; Monrovia had -00:44:30 until 1972
    ['day Asia/Kathmandu', '2026-05-01T18:14:59.999', '2026-04-30T18:15', '2026-05-01T18:15'],
    ['day Asia/Kathmandu', '2026-05-01T18:15', '2026-05-01T18:15', '2026-05-02T18:15'],
    ['day Africa/Monrovia', '1971-05-01T12:00', '1971-05-01T00:44:30', '1971-05-02T00:44:30'],
    ['day Africa/Monrovia', '1972-01-07T12:00', '1972-01-07T00:44:30', '1972-01-08T00:00'],
    // Lord_Howe moves by half an hour: +11 in summer, +10:30
    ['day Australia/Lord_Howe', '2026-04-04T15:30', '2026-04-04T13:00', '2026-04-05T13:30'], // 24.5 hours
    ['day Australia/Lord_Howe', '2026-10-03T15:30', '2026-10-03T13:30', '2026-10-04T13:00'], // 23.5 hours
    // no midnight: the day starts at 01:00
    ['day America/Sao_Paulo', '2018-11-04T12:00', '2018-11-04T03:00', '2018-11-05T02:00'],
    ['day America/Sao_Paulo', '2018-11-04T02:59:59.999', '2018-11-03T03:00', '2018-11-04T03:00'],
    ['day Africa/Cairo', '2024-04-26T12:00', '2024-04-25T22:00', '2024-04-26T21:00'],
    ['day Asia/Beirut', '2024-03-31T12:00', '2024-03-30T22:00', '2024-03-31T21:00'],
    // at midnight back to 23:00 of the day before, which ends an hour later
    ['day America/Sao_Paulo', '2018-02-18T02:30', '2018-02-17T02:00', '2018-02-18T03:00'],
    // midnight twice: at 01:00 back to 00:00 of the same day
    ['day America/Havana', '2024-11-03T04:30', '2024-11-03T04:00', '2024-11-04T05:00'],
    ['day America/Havana', '2024-11-03T05:30', '2024-11-03T04:00', '2024-11-04T05:00'],
    ['day America/Havana', '2024-03-10T12:00', '2024-03-10T05:00', '2024-03-11T04:00'], // none: 01:00
    // at 00:01 back to 23:01 of a day that is over: it does not come back
    ['day America/St_Johns', '2010-11-07T02:30:30', '2010-11-07T02:30', '2010-11-08T03:30'],
    ['day America/St_Johns', '2010-11-07T02:45', '2010-11-07T02:30', '2010-11-08T03:30'],
    ['week/7 America/St_Johns', '2010-11-07T02:45', '2010-11-07T02:30', '2010-11-14T03:30'],
    ['day America/St_Johns', '2010-11-06T12:00', '2010-11-06T02:30', '2010-11-07T02:30'],
    // Apia went from -10 to +14 and had no 2011-12-30 (a Friday)
    ['day Pacific/Apia', '2011-12-30T09:59:59.999', '2011-12-29T10:00', '2011-12-30T10:00'],
    ['day Pacific/Apia', '2011-12-30T10:00', '2011-12-30T10:00', '2011-12-31T10:00'],
    ['week/5 Pacific/Apia', '2011-12-31T12:00', '2011-12-30T10:00', '2012-01-05T10:00'],
    ['month/30 Pacific/Apia', '2011-12-30T10:00', '2011-12-30T10:00', '2012-01-29T10:00'],
    ['month Pacific/Apia', '2011-12-30T10:00', '2011-12-01T10:00', '2011-12-31T10:00'],
    // two changes a month apart, around Ramadan: +1, in it +0
    ['day Africa/Casablanca', '2024-03-20T12:00', '2024-03-20T00:00', '2024-03-21T00:00'],
    ['day Africa/Casablanca', '2024-04-20T12:00', '2024-04-19T23:00', '2024-04-20T23:00'],
    // month ends and leap years
    ['month/31 UTC', '2026-01-30T23:59:59.999', '2025-12-31T00:00', '2026-01-31T00:00'],
    ['month/31 UTC', '2026-02-15T00:00', '2026-01-31T00:00', '2026-02-28T00:00'],
    ['month/31 UTC', '2026-02-28T00:00', '2026-02-28T00:00', '2026-03-31T00:00'],
    ['month/31 UTC', '2026-04-29T12:00', '2026-03-31T00:00', '2026-04-30T00:00'],
    ['month/31 UTC', '2026-04-30T12:00', '2026-04-30T00:00', '2026-05-31T00:00'],
    ['month/31 UTC', '2028-02-28T12:00', '2028-01-31T00:00', '2028-02-29T00:00'],
    ['month/31 UTC', '2028-02-29T12:00', '2028-02-29T00:00', '2028-03-31T00:00'],
    ['month/29 UTC', '2100-02-28T12:00', '2100-02-28T00:00', '2100-03-29T00:00'], // 2100 has no leap day
    ['month/15 UTC', '2026-01-14T12:00', '2025-12-15T00:00', '2026-01-15T00:00'],
    ['day UTC', '2028-02-29T12:00', '2028-02-29T00:00', '2028-03-01T00:00'],
    ['year UTC', '2028-02-29T12:00', '2028-01-01T00:00', '2029-01-01T00:00'],
    ['week UTC', '2027-01-01T12:00', '2026-12-28T00:00', '2027-01-04T00:00'],
    ['week/7 UTC', '2027-01-03T00:00', '2027-01-03T00:00', '2027-01-10T00:00'],
    ['week/7 UTC', '2027-01-02T23:59:59.999', '2026-12-27T00:00', '2027-01-03T00:00'],
  ])('%s at %s is %s to %s', (window, at, start, end) => {
    const period = periodOf(windowOf(window), utc(at));
    expect(`${short(period.start)} to ${short(period.end)}`).toBe(`${start} to ${end}`);
  });

  it.each([
    'day Europe/Nowhere',
    'day +02:00',
    'day EUROPE/BERLIN',
    'day/2 UTC',
    'week/0 UTC',
    'week/8 UTC',
    'month/32 UTC',
    'month/1.5 UTC',
    'year/2 UTC',
  ])('of %s does not exist', (window) => {
    expect(() => periodOf(windowOf(window), 0)).toThrow(RangeError);
  });
});

describe('the periods of a window', () => {
  const calendar = createCalendar();

  it('contain their instants and tile time', () => {
    fc.assert(
      fc.property(anyWindow, anyInstant, (window, at) => {
        const period = calendar(window, at);
        expect(period.start <= at && at < period.end).toBe(true);
        expect(calendar(window, period.end).start).toBe(period.end);
        expect(calendar(window, period.end - 1)).toEqual(period);
        expect(calendar(window, period.start)).toEqual(period);
        expect(calendar(window, period.start - 1).end).toBe(period.start);
      }),
      run,
    );
  });

  it('change when the wall clock first shows their date, and not before', () => {
    const dates = new Map(
      zones.map((zone) => [zone, new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyInstant, (zone, at) => {
        const shown = (t: number) => dates.get(zone)?.format(t) ?? '';
        const { start } = calendar({ unit: 'day', zone, startsOn: 1 }, at);
        const earlier = Array.from({ length: 30 }, (_, hours) => shown(start - 1 - hours * HOUR));
        expect(earlier.filter((date) => date >= shown(start))).toEqual([]);
      }),
      run,
    );
  });

  it('are the same from a calendar that answered other questions before', () => {
    const questions = fc.array(fc.tuple(anyWindow, anyInstant, fc.integer({ min: -40, max: 40 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(questions, (asked) => {
        for (const [window, at, days] of asked)
          for (const t of [at, Math.max(0, at + days * 24 * HOUR)])
            expect(calendar(window, t)).toEqual(periodOf(window, t));
      }),
      { ...run, numRuns: 100 },
    );
  });
});

describe('a zone', () => {
  it.each([...zones, 'Etc/UTC', 'Etc/GMT+5', 'Asia/Kolkata', 'America/Port-au-Prince', 'EST5EDT'])(
    'is %s',
    (zone) => {
      expect(isZone(zone)).toBe(true);
    },
  );

  it.each([
    ...[
      '',
      'Z',
      '+02:00',
      '-0530',
      'UTC+1',
      'GMT+3',
      'PST',
      'local',
      'Mars/Phobos',
      'utc',
      'europe/berlin',
      'EUROPE/BERLIN',
    ],
    ...['Europe/Berlin ', '2026-01-01T00:00[Europe/Berlin]', 'Etc/Unknown', '__proto__'],
  ])('is not %j', (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});
