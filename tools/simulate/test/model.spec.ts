import type { InForce, Limit } from '../src/model/limits';
import { demandTruth, type Movement } from '../src/model/truth';
import { balanceOf } from '../src/model/taken';
import type { Balance, Permit, Settlement, User } from '../src/model/state';
import { ONE, units, unitsText } from '../src/model/units';
import { createWallCalendar } from '../src/model/wall-calendar';

const HOUR_MS = 3_600_000;
const calendar = createWallCalendar();

const permit = (position: number, caps: readonly InForce[]): Permit => ({
  id: `p-${position}`,
  uid: 'u-1',
  chainId: 'gold',
  address: 'vault',
  tag: null,
  amount: 5n * ONE,
  amountText: '5',
  expiresAt: Infinity,
  held: { at: 0, position, decisionId: `u-1#${position}`, caps },
  suspected: false,
  forgotten: false,
  ended: null,
  perDestination: false,
});

const capped = (limit: Limit): readonly InForce[] => [{ key: limit.kind, limit, max: units(limit.max) }];
const moved = (caps: readonly InForce[], ...times: readonly number[]): readonly Movement[] =>
  times.map((at, i) => ({ permit: permit(i + 1, caps), at, amount: 5n * ONE }));

describe('what truly moved', () => {
  const hour = { measure: 'amount', max: '10', perDestination: false, kind: 'sliding', ms: HOUR_MS } as const;
  const day = { ...hour, kind: 'calendar', unit: 'day', zone: 'Europe/Berlin', startsOn: 1 } as const;

  it.each<[string, Limit, readonly number[], boolean]>([
    ['three in an hour', hour, [0, 1, HOUR_MS - 1], false],
    ['the third when the hour is over', hour, [0, 1, HOUR_MS], true],
    ['the one granted last moved first', hour, [HOUR_MS - 1, 2, 1], false],
    [
      'three on a day in Berlin',
      day,
      [Date.UTC(2026, 0, 1, 23), Date.UTC(2026, 0, 2, 1), Date.UTC(2026, 0, 2, 22)],
      false,
    ],
    [
      'two, and one after midnight in Berlin',
      day,
      [Date.UTC(2026, 0, 1, 23), Date.UTC(2026, 0, 2, 1), Date.UTC(2026, 0, 2, 23)],
      true,
    ],
    ['three ever', { ...hour, kind: 'lifetime' }, [0, 1, 1e12], false],
    ['more than one operation may move', { ...hour, kind: 'transaction', max: '4' }, [0], false],
    ['three of two operations', { ...hour, measure: 'count', max: '2' }, [0, 1, 2], false],
  ])('%s', (_, limit, times, isAllowed) => {
    const look = () => demandTruth({ calendar }, moved(capped(limit), ...times));
    if (isAllowed) expect(look()).toBeGreaterThan(0);
    else expect(look).toThrow(/^overspend: u-1 moved/);
  });

  it('holds every grant to the cap of its own time', () => {
    const narrow = capped({ ...hour, max: '5' });
    const [first, second] = moved(capped(hour), 0, 1) as [Movement, Movement];
    expect(demandTruth({ calendar }, [{ ...first, permit: permit(1, narrow) }, second])).toBe(2);
    expect(() => demandTruth({ calendar }, [first, { ...second, permit: permit(2, narrow) }])).toThrow(
      /overspend/,
    );
  });
});

describe('what is spent of a balance', () => {
  const MINUTE_MS = 60_000;
  const settlement = (at: number): Settlement => ({
    at,
    amount: 5n * ONE,
    address: 'vault',
    tag: null,
    perDestination: false,
  });

  const spent = (settledAt: number, times: Pick<Balance, 'asOf' | 'countedFrom'>, now = HOUR_MS) => {
    const user: User = {
      uid: 'u-1',
      standing: [],
      tierSince: { at: 0 },
      limits: new Map(),
      overrides: [],
      destinations: [],
      balances: new Map([['gold', { ...times, amount: 20n * ONE }]]),
      permits: new Map(),
      holds: new Map(),
      settlements: new Map([['gold', [settlement(settledAt)]]]),
      counting: new Set(),
      changedAt: [],
    };
    const known = balanceOf({ user }, 'gold', now);
    return known && [known.spent, known.spentAtMost].map(unitsText);
  };

  const at = 10 * MINUTE_MS;
  const known = { asOf: at, countedFrom: at };
  const ahead = { asOf: at + 5 * MINUTE_MS, countedFrom: at };

  it.each([
    ['at its as-of time', at, known, ['5', '5']],
    ['so shortly before that it may be taken to be after', at - 1, known, ['0', '5']],
    ['before', at - MINUTE_MS, known, ['0', '0']],
    ['after its push, before an as-of time that lay ahead', at + MINUTE_MS, ahead, ['5', '5']],
    ['before its push, the as-of time of which lay ahead', at - MINUTE_MS, ahead, ['0', '0']],
  ])('settled %s', (_, settledAt, times, range) => {
    expect(spent(settledAt, times)).toEqual(range);
  });

  it('may be all that was ever settled, of one as old as what is kept as one total', () => {
    const tenDays = 10 * 24 * HOUR_MS;
    const old = { asOf: tenDays, countedFrom: tenDays };
    expect(spent(0, old, 41 * tenDays - 1)).toEqual(['0', '0']);
    expect(spent(0, old, 41 * tenDays)).toEqual(['0', '5']);
  });
});

describe('amounts of the model', () => {
  it.each(['0', '1', '-1', '0.00000001', '9007199254740993.00000001', '-12.5'])(
    '%s is itself again',
    (text) => {
      expect(unitsText(units(text))).toBe(text);
    },
  );

  it.each(['', '1e3', '.5', '0.000000000000000000001', 'NaN'])('refuses "%s"', (text) => {
    expect(() => units(text)).toThrow(RangeError);
  });
});

describe('the calendar of the model', () => {
  const same = (
    unit: 'day' | 'week' | 'month' | 'year',
    zone: string,
    startsOn: number,
    a: string,
    b: string,
  ) =>
    calendar.period({ unit, zone, startsOn }, Date.parse(a)) ===
    calendar.period({ unit, zone, startsOn }, Date.parse(b));

  it.each([
    ['day', 'America/New_York', 1, '2026-03-08T05:00Z', '2026-03-09T03:59Z', true],
    ['day', 'America/New_York', 1, '2026-03-08T05:00Z', '2026-03-09T04:00Z', false],
    ['week', 'UTC', 1, '2026-01-05T00:00Z', '2026-01-11T23:59Z', true],
    ['week', 'UTC', 7, '2026-01-05T00:00Z', '2026-01-11T00:00Z', false],
    ['month', 'UTC', 31, '2026-02-28T00:00Z', '2026-03-30T23:59Z', true],
    ['month', 'UTC', 31, '2026-02-27T23:59Z', '2026-02-28T00:00Z', false],
    ['month', 'UTC', 1, '2026-01-31T00:00Z', '2026-02-01T00:00Z', false],
    ['year', 'Asia/Kathmandu', 1, '2025-12-31T18:15Z', '2026-12-31T18:14Z', true],
    ['year', 'Asia/Kathmandu', 1, '2025-12-31T18:14Z', '2025-12-31T18:15Z', false],
  ] as const)('%s in %s from %s: %s and %s', (unit, zone, startsOn, a, b, isSame) => {
    expect(same(unit, zone, startsOn, a, b)).toBe(isSame);
  });
});
