import type { Books } from './books';
import type { LogEvent } from './intent';
import { keyOf, windowName, type Limit, type Override } from './limits';
import {
  isSamePlace,
  type Balance,
  type LimitList,
  type Machine,
  type Permit,
  type Place,
  type Platform,
  type Settings,
  type Standing,
  type Tier,
  type User,
  type Version,
} from './state';
import { units } from './units';

/** Takes an event into the books: what was committed is what holds from that place in the log on. */
export function record(books: Books, event: LogEvent): void {
  switch (event.kind) {
    case 'platform':
      return recordPlatform(books, event);
    case 'tier':
      return recordTier(books, event);
    case 'machine':
      return recordMachine(books, event);
    case 'user':
      return recordUser(books, event);
  }
}

const DEFAULT_SETTINGS: Settings = {
  balanceMaxAgeMs: 86_400_000,
  coolingOffMs: 86_400_000,
  rearmMs: 30 * 86_400_000,
  suspectAfterMs: 3_600_000,
  loosening: 'alone',
};
const NO_PLATFORM: Platform = { frozen: false, chains: new Map(), settings: DEFAULT_SETTINGS };

function next<S>(versions: Version<S>[], { position, seq }: LogEvent, state: S): void {
  versions.push({ seq, position, state });
}

interface LimitsData {
  readonly chainId: string;
  readonly limits: readonly Limit[];
}

function limitList(limits: readonly Limit[], before: LimitList | undefined, at: number): LimitList {
  const windows = limits.filter(({ kind }) => kind === 'calendar').map((one) => windowName(keyOf(one)));
  return { limits, since: new Map(windows.map((name) => [name, before?.since.get(name) ?? at])) };
}

const withLimits = (
  all: ReadonlyMap<string, LimitList>,
  { chainId, limits }: LimitsData,
  at: number,
): ReadonlyMap<string, LimitList> => new Map([...all, [chainId, limitList(limits, all.get(chainId), at)]]);

function recordPlatform({ platform }: Books, event: LogEvent): void {
  const before = platform.at(-1)?.state ?? NO_PLATFORM;
  const { chainId } = event.data as { readonly chainId: string };
  const chain = before.chains.get(chainId);
  switch (event.type) {
    case 'chain.enabled': {
      const list = limitList((event.data as LimitsData).limits, chain, event.at);
      const chains = new Map([...before.chains, [chainId, { ...list, frozen: chain?.frozen ?? false }]]);
      return next(platform, event, { ...before, chains });
    }
    case 'chain.disabled':
      return next(platform, event, {
        ...before,
        chains: new Map([...before.chains].filter(([id]) => id !== chainId)),
      });
    case 'chain.frozen':
    case 'chain.unfrozen': {
      if (chain === undefined) throw new Error('a chain was frozen that there is not');
      const frozen = event.type === 'chain.frozen';
      return next(platform, event, {
        ...before,
        chains: new Map([...before.chains, [chainId, { ...chain, frozen }]]),
      });
    }
    case 'platform.frozen':
    case 'platform.unfrozen':
      return next(platform, event, { ...before, frozen: event.type === 'platform.frozen' });
    case 'settings.changed':
      return next(platform, event, { ...before, settings: event.data as Settings });
  }
}

function recordTier({ tiers }: Books, event: LogEvent): void {
  if (event.type === 'tier.created') tiers.set(event.id, []);
  const versions = tiers.get(event.id) ?? [];
  const rules = event.data as Pick<Tier, 'mode' | 'coolingOffMs' | 'rearmMs'>;
  const before = versions.at(-1)?.state ?? { ...rules, frozen: false, limits: new Map() };
  switch (event.type) {
    case 'tier.created':
    case 'tier.changed':
      return next(versions, event, { ...before, ...rules });
    case 'limits.set':
      return next(versions, event, {
        ...before,
        limits: withLimits(before.limits, event.data as LimitsData, event.at),
      });
    case 'tier.frozen':
    case 'tier.unfrozen':
      return next(versions, event, { ...before, frozen: event.type === 'tier.frozen' });
  }
}

function recordMachine({ machines }: Books, event: LogEvent): void {
  if (event.type === 'machine.created') machines.set(event.id, []);
  const versions = machines.get(event.id) ?? [];
  const data = event.data as Partial<Machine>;
  const before = versions.at(-1)?.state ?? { uid: data.uid ?? '', status: 'active', frozen: false };
  const frozen = event.type === 'machine.frozen' || (before.frozen && event.type !== 'machine.unfrozen');
  next(versions, event, { ...before, status: data.status ?? before.status, frozen });
}

function recordUser({ users }: Books, event: LogEvent): void {
  if (event.type === 'user.created') {
    const { tier } = event.data as Pick<Standing, 'tier'>;
    users.set(event.id, newUser(event, { status: 'active', frozen: false, tier }));
    return;
  }
  const user = users.get(event.id);
  if (user === undefined) throw new Error(`an event of ${event.id}, whom nobody created`);
  if (!/^(permit|read|balance)\./.test(event.type)) user.changedAt.push(event.position);
  recordStanding(user, event);
  recordRules(user, event);
  recordDestinations(user, event);
  recordPermits(user, event);
}

const newUser = (event: LogEvent, standing: Standing): User => ({
  uid: event.id,
  standing: [{ seq: event.seq, position: event.position, state: standing }],
  tierSince: { at: event.at },
  limits: new Map(),
  overrides: [],
  destinations: [],
  balances: new Map(),
  permits: new Map(),
  holds: new Map(),
  settlements: new Map(),
  counting: new Set(),
  changedAt: [],
});

function recordStanding(user: User, event: LogEvent): void {
  const before = user.standing.at(-1)?.state;
  if (before === undefined) throw new Error('a user without a standing');
  if (event.type === 'user.updated') {
    const { status, tier } = event.data as Standing;
    if (tier !== before.tier) user.tierSince.at = event.at;
    next(user.standing, event, { ...before, status, tier });
  } else if (event.type === 'user.frozen' || event.type === 'user.unfrozen') {
    next(user.standing, event, { ...before, frozen: event.type === 'user.frozen' });
  }
}

type BalanceData = Omit<Balance, 'amount'> & { readonly chainId: string; readonly amount: string };

function recordRules(user: User, event: LogEvent): void {
  switch (event.type) {
    case 'limits.set':
      user.limits = withLimits(user.limits, event.data as LimitsData, event.at);
      return;
    case 'override.set': {
      const { chainId, limit, expiresAt } = event.data as Override;
      const others = user.overrides.filter(
        (one) => one.chainId !== chainId || keyOf(one.limit) !== keyOf(limit),
      );
      user.overrides = [...others, { chainId, limit, expiresAt }];
      return;
    }
    case 'override.removed': {
      const { chainId, key } = event.data as { readonly chainId: string; readonly key: string };
      user.overrides = user.overrides.filter((one) => one.chainId !== chainId || keyOf(one.limit) !== key);
      return;
    }
    case 'balance.pushed': {
      const { chainId, amount, ...times } = event.data as BalanceData;
      user.balances.set(chainId, { ...times, amount: units(amount) });
    }
  }
}

type Usable = Place & { readonly usableFrom: number };

function recordDestinations(user: User, event: LogEvent): void {
  const wait = (entry: Usable) => {
    for (const one of user.destinations) if (isSamePlace(one, entry)) one.usableFrom = entry.usableFrom;
  };
  switch (event.type) {
    case 'destination.added': {
      const added = event.data as Usable & { readonly addedAt: number; readonly expiresAt: number | null };
      const live = user.destinations.filter(
        ({ expiresAt }) => expiresAt === null || expiresAt > added.addedAt,
      );
      user.destinations = [...live, { ...added }];
      return;
    }
    case 'destination.revoked':
      user.destinations = user.destinations.filter((one) => !isSamePlace(one, event.data as Place));
      return;
    case 'destination.waived':
      return wait(event.data as Usable);
    case 'credentials.changed':
      (event.data as { readonly rearmed: readonly Usable[] }).rearmed.forEach(wait);
  }
}

function recordPermits(user: User, event: LogEvent): void {
  const { position } = event;
  switch (event.type) {
    case 'permit.registered': {
      const data = event.data as Place & {
        id: string;
        amount: string;
        registeredAt: number;
        expiresAt: number;
      };
      for (const one of user.permits.values()) {
        if (one.held === null && one.ended === null && one.expiresAt <= data.registeredAt)
          one.forgotten = true;
      }
      const permit: Permit = {
        id: data.id,
        uid: user.uid,
        chainId: data.chainId,
        address: data.address,
        tag: data.tag,
        amount: units(data.amount),
        amountText: data.amount,
        expiresAt: data.expiresAt,
        held: null,
        suspected: false,
        forgotten: false,
        ended: null,
        perDestination: false,
      };
      user.permits.set(permit.id, permit);
      return;
    }
    case 'permit.settled': {
      const data = event.data as { id: string; at: number; amount: string; perDestination: boolean };
      const permit = end(user, data.id, { how: 'settled', at: data.at, position });
      // Kept for its destination if a limit asks for that now or did when it was granted, and ever after the first.
      const asked =
        data.perDestination || permit.held?.caps.some(({ limit }) => limit.perDestination) === true;
      if (asked) user.counting.add(permit.chainId);
      permit.perDestination = user.counting.has(permit.chainId);
      const { chainId, address, tag } = permit;
      const all = user.settlements.get(chainId) ?? [];
      user.settlements.set(chainId, all);
      all.push({
        at: data.at,
        amount: units(data.amount),
        address,
        tag,
        perDestination: permit.perDestination,
      });
      return;
    }
    case 'permit.released': {
      const data = event.data as { id: string; at: number };
      end(user, data.id, { how: 'released', at: data.at, position });
      return;
    }
    case 'permit.suspected':
      for (const id of (event.data as { readonly ids: readonly string[] }).ids) {
        const permit = user.permits.get(id);
        if (permit !== undefined) permit.suspected = true;
      }
  }
}

function end(user: User, id: string, ended: NonNullable<Permit['ended']>): Permit {
  const permit = user.permits.get(id);
  if (permit === undefined) throw new Error(`${id} ended and was never registered`);
  permit.ended = ended;
  user.holds.delete(id);
  return permit;
}
