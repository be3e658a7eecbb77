import fc from 'fast-check';
import type { Limit, User, World } from '../../src';
import { limitsOf } from '../scenario/limit-text';
import type { Policy } from '../scenario/policy';
import { seeded, type Property } from './run';

/**
 * What is told as the most that could leave is never exceeded, whatever a greedy spender does within the time: it asks,
 * at the moments when windows end and begin, for all that every limit still allows, settles, releases and lets holds
 * lie, to every destination it has, while the ledger keeps telling what is really there.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 22:20 UTC, so that a day's period ends within some hours and not within others. */
const START = Date.UTC(2026, 2, 28, 22, 20);
const CHAIN = 'gold';

/** Mostly few, so that each of them gets to decide. */
const several = fc.subarray(
  [
    ...[
      '3 per transaction',
      '10 per 24h',
      '4 per 1h',
      '2 per 20m',
      '15 per 48h',
      '9 per day in Europe/Berlin',
    ],
    ...['12 per week in UTC', '40 ever', '0.25 of balance', '3 operations per 1h', '7 operations per 24h'],
    ...[
      '2 operations per day in UTC',
      '5 per 24h to each destination',
      '1 operations per 1h to each destination',
    ],
  ],
  { minLength: 1, maxLength: 4 },
);
const layer = several.map((all) => limitsOf(all.join(';')));
const none = fc.constant(limitsOf('none'));
const seldom = fc.oneof({ weight: 3, arbitrary: none }, { weight: 1, arbitrary: layer });

const wait = fc.constantFrom(
  ...[0, 1, MINUTE, 20 * MINUTE, HOUR - 1, HOUR, HOUR + 1, 5 * HOUR, DAY - 1, DAY, DAY + 1, 2 * DAY],
);
/** Until what is used up now is there again. */
const UNTIL_MORE = -1;
const act = fc.record({
  wait: fc.oneof(fc.constant(UNTIL_MORE), wait),
  to: fc.nat(3),
  /** Of all that is left, in quarters. */
  part: fc.constantFrom(4, 4, 4, 4, 4, 2, 1),
  then: fc.constantFrom(
    'settle',
    'settle',
    'settle',
    'settle',
    'settle later',
    'keep',
    'release',
    'settle less',
  ),
  told: fc.boolean(),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
const relentless = { wait: UNTIL_MORE, part: 4, then: 'settle', told: false } as const;

const course = fc.record({
  platform: fc.oneof(
    layer.map(([first]) => (first === undefined ? [] : [first])),
    layer,
  ),
  tier: seldom,
  user: seldom,
  balance: fc.constantFrom('500', '500', '30'),
  usable: fc.tuple(wait, wait, wait),
  ends: fc.option(fc.constantFrom(HOUR, 6 * HOUR, 2 * DAY), { freq: 2 }),
  override: fc.option(
    fc.tuple(fc.constantFrom('20 per 24h', '1 per 24h', '6 per 1h'), fc.constantFrom(HOUR, DAY)),
  ),
  before: fc.array(act, { maxLength: 3 }),
  pause: wait,
  /** Takes all there is as soon as it is there. */
  relentless: fc.boolean(),
  within: fc.array(act, { minLength: 8, maxLength: 30 }),
  horizon: fc.constantFrom(HOUR, DAY, 7 * DAY),
});

export const nothingMoreLeaves: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(course, (given) => {
      const spender = createSpender(policy, given);
      for (const one of given.before) spender.act(one, Infinity);
      spender.pause(given.pause);
      const from = spender.now();
      const bound = Number(policy.couldLeave(spender.world(), CHAIN, from, given.horizon));
      spender.look();
      for (const one of given.within) {
        spender.act(given.relentless ? { ...one, ...relentless } : one, from + given.horizon);
      }
      expect({ left: spender.left() <= bound + 1e-9 ? 'within' : `${spender.left()} of ${bound}` }).toEqual({
        left: 'within',
      });
    }),
    seeded(400, hurried),
  );

type Course = typeof course extends fc.Arbitrary<infer C> ? C : never;

function createSpender(policy: Policy, given: Course) {
  let now = START;
  let ids = 0;
  let moved = 0;
  let since = 0;
  const onGold = (limits: readonly Limit[]) => (limits.length === 0 ? [] : [{ chainId: CHAIN, limits }]);
  const platform = {
    ...policy.enableChain(undefined, { chainId: CHAIN, limits: limitsOf('1000000 ever') }).state,
    settings: { ...policy.DEFAULT_SETTINGS, balanceMaxAgeMs: 400 * DAY, coolingOffMs: 0 },
  };
  const outer = {
    ...platform,
    chains: platform.chains.map((chain) => ({ ...chain, limits: given.platform })),
  };
  const tier = { ...policy.createTier(undefined, { tierId: 't' }).state, limits: onGold(given.tier) };
  let user: User = {
    ...policy.createUser(undefined, { uid: 'u', role: 'signer', credentials: false }).state,
    tier: 't',
    limits: onGold(given.user),
    overrides: given.override === null ? [] : overridesOf(given.override),
    destinations: given.usable.map((after, i) => ({
      chainId: CHAIN,
      address: `place-${i}`,
      tag: null,
      label: '',
      addedAt: START,
      usableFrom: START + (i === 0 ? 0 : after),
      expiresAt: i === 2 && given.ends !== null ? START + given.ends : null,
      looksLike: null,
    })),
    balances: [{ chainId: CHAIN, amount: given.balance, asOf: START, countedFrom: START }],
  };
  const later: string[] = [];
  const world = (): World => ({ platform: outer, tier, user });

  function overridesOf([text, ms]: readonly [string, number]): User['overrides'] {
    const [limit] = limitsOf(text);
    return limit === undefined ? [] : [{ chainId: CHAIN, limit, expiresAt: START + ms }];
  }

  function settle(id: string, part: number): void {
    const permit = user.permits.find((one) => one.id === id);
    if (permit === undefined) return;
    const amount = ((Number(permit.amount) * part) / 4).toFixed(6);
    const context = policy.settlementContext(world(), CHAIN, now);
    user = policy.settlePermit(user, { id, by: 'ledger', amount }, context, now).state;
    moved += Number(amount);
  }

  const rowsAt = (to: number) =>
    policy.headroomOf(world(), { chainId: CHAIN, address: `place-${to % 3}`, tag: null, amount: '0' }, now);

  function whenMore(to: number): number {
    const spent = rowsAt(to).filter(
      ({ key, before }) => Number(before) < (key.startsWith('count') ? 1 : 1e-6),
    );
    return Math.max(now, ...spent.map(({ moreAt }) => moreAt ?? now));
  }

  /** All that fits, or that part of it. */
  function ask({ to, part, then }: Act): void {
    const place = { chainId: CHAIN, address: `place-${to % 3}`, tag: null };
    const rows = rowsAt(to);
    const left = Math.min(
      ...rows.filter(({ key }) => !key.startsWith('count')).map(({ before }) => Number(before)),
    );
    const amount = Math.floor(left * part * 250_000) / 1_000_000;
    if (!(amount > 0)) return;
    const id = `p-${(ids += 1)}`;
    const intent = { kind: 'transfer', ...place, amount: amount.toFixed(6), lifetimeMs: HOUR };
    user = policy.registerPermit(user, intent, id, outer, now).state;
    const decision = policy.decideRead({ platform: outer, tier, user, referenceId: id, now });
    user = decision.state;
    if (decision.rule !== 'granted') return;
    if (then === 'release') user = policy.releasePermit(user, { id, by: 'ledger' }, now).state;
    else if (then === 'settle later') later.push(id);
    else if (then !== 'keep') settle(id, then === 'settle' ? 4 : 3);
  }

  return {
    now: () => now,
    world,
    pause: (ms: number) => void (now += ms),
    look: () => void (since = moved),
    left: () =>
      moved -
      since +
      user.permits.filter(({ hold }) => hold !== null).reduce((sum, { amount }) => sum + Number(amount), 0),
    act(one: Act, until: number): void {
      const next = one.wait === UNTIL_MORE ? whenMore(one.to) : now + one.wait;
      if (next >= until) return;
      now = next;
      for (const id of later.splice(0)) settle(id, 4);
      if (one.told) {
        // What is there, and no deposit.
        const row = rowsAt(0).find(({ key }) => key === 'balance');
        const amount = Math.max(Number(row?.max) - Number(row?.used), 0).toFixed(6);
        user = policy.pushBalance(user, { chainId: CHAIN, amount, asOf: now }, now).state;
      }
      ask(one);
    },
  };
}
