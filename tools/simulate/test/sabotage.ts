import {
  applyNotification,
  releasePermit,
  type Balance,
  type Platform,
  type User,
} from '@countersign/policy';
import type { Aggregate, Aggregates } from '@countersign/commands';
import type { Commit, Store } from '@countersign/store';
import type { Tampering } from '../src/engine/engine-process';

/** Engines that are wrong in one way each. Every one of them must be found. */
export const sabotages: Readonly<Record<string, Tampering>> = {
  'a read that is answered before its hold is kept': {
    aggregates: (real) =>
      withUsers(real, (change) => async (id, call, decide) => {
        const user = (await real.users.get(id, call.deadline))?.state;
        const made = await decide(user);
        if (made.events[0]?.type !== 'permit.held') return change(id, call, decide);
        return { ...made, revision: 1 };
      }),
  },
  'a hold released with no word from anybody': {
    aggregates: (real) =>
      withUsers(
        real,
        (change) => (id, call, decide) =>
          change(id, call, async (user) => {
            const made = await decide(user);
            const [permit] = made.state.permits.filter(({ hold }) => hold !== null);
            if (permit === undefined || made.events[0]?.type !== 'balance.pushed') return made;
            const more = releasePermit(made.state, { id: permit.id, by: 'ledger' }, Number(permit.hold?.at));
            return { ...made, state: more.state, events: [...made.events, ...more.events] };
          }),
      ),
  },
  'a hold that leaves the state without an event': {
    aggregates: (real) =>
      withUsers(
        real,
        (change) => (id, call, decide) =>
          change(id, call, async (user) => {
            const made = await decide(user);
            if (made.events[0]?.type !== 'balance.pushed') return made;
            return {
              ...made,
              state: { ...made.state, permits: made.state.permits.filter(({ hold }) => hold === null) },
            };
          }),
      ),
  },
  'a freeze that is not looked at': {
    aggregates: (real) => ({ ...real, platform: seen(real.platform, unfrozen) }),
  },
  'an outer layer that is remembered': {
    aggregates: (real) => ({ ...real, platform: remembered(real.platform) }),
  },
  'holds that do not count': {
    aggregates: (real) =>
      withUsers(
        real,
        (change) => (id, call, decide) =>
          change(id, call, async (user) => {
            const honest = await decide(user);
            if (user === undefined || honest.events[0]?.type !== 'permit.held') return honest;
            const made = await decide({ ...user, permits: user.permits.map(withoutHold) });
            return { ...made, state: honest.state };
          }),
      ),
  },
  'settlements that are forgotten': {
    aggregates: (real) =>
      withUsers(
        real,
        (change) => (id, call, decide) =>
          change(id, call, async (user) => {
            const made = await decide(user && { ...user, usage: [] });
            if (!made.events[0]?.type.startsWith('permit.held')) return decide(user);
            return { ...made, state: { ...made.state, usage: user?.usage ?? [] } };
          }),
      ),
  },
  'a balance that is believed to be from the future': {
    aggregates: (real) =>
      withUsers(
        real,
        (change) => (id, call, decide) =>
          change(id, call, async (user) => {
            const made = await decide(user);
            if (made.events[0]?.type !== 'balance.pushed') return made;
            const data = believed(made.events[0].data as Balance);
            const balances = made.state.balances.map((one) => (one.chainId === data.chainId ? data : one));
            return { ...made, state: { ...made.state, balances }, events: [{ ...made.events[0], data }] };
          }),
      ),
  },
  'settlements that are taken to be in a balance from the future': decidingOn((user) => ({
    ...user,
    balances: user.balances.map(believed),
  })),
  'windows that end too soon': shifted(-120_000),
  'windows that end too late': shifted(120_000),
  'a repeated read that holds again': {
    aggregates: (real) =>
      withUsers(
        real,
        (change) => (id, call, decide) =>
          change(id, call, async (user) => {
            const made = await decide(user);
            if (made.events.length > 0 || user === undefined) return made;
            return decide({ ...user, permits: user.permits.map(withoutHold) });
          }),
      ),
  },
  'a store that acknowledges a commit and loses it': {
    store: (real) => losing(real, (n) => n % 97 === 0),
  },
  'a store that commits on a revision that is gone': {
    store: (real) => ({
      ...real,
      commit: async (commit, options) => {
        const current = await real.get(commit.kind, commit.id);
        return real.commit({ ...commit, expectedRevision: current?.revision ?? 0 }, options);
      },
    }),
  },
  'an update that is believed about anybody': {
    aggregates: (real) =>
      withUsers(
        real,
        (change) => (id, call, decide) =>
          change(id, call, async (user) => {
            const made = await decide(user);
            const [permit] = user?.permits.filter(({ hold }) => hold !== null) ?? [];
            if (user === undefined || permit === undefined || made.events[0]?.type !== 'permit.settled')
              return made;
            const effect = { owner: user.uid, permitId: permit.id, effect: 'settle', amount: null } as const;
            const classified = { type: null, rule: null, outcome: 'acted', effect } as const;
            const context = () => ({ boundaries: [], perDestination: false, unheld: false });
            const { at } = made.events[0].data as { readonly at: number };
            return { ...made, ...applyNotification(user, { digest: 'ab', classified }, context, at) };
          }),
      ),
  },
};

type Change<S> = Aggregate<S>['change'];

const withUsers = (real: Aggregates, tampered: (change: Change<User>) => Change<User>): Aggregates => ({
  ...real,
  users: { ...real.users, change: tampered(real.users.change) },
});

const unfrozen = (platform: Platform): Platform => ({
  ...platform,
  frozen: false,
  chains: platform.chains.map((chain) => ({ ...chain, frozen: false })),
});

function seen<S>(real: Aggregate<S>, as: (state: S) => S): Aggregate<S> {
  return {
    ...real,
    get: async (id, deadline) => {
      const stored = await real.get(id, deadline);
      return stored && { ...stored, state: as(stored.state) };
    },
  };
}

function remembered<S>(real: Aggregate<S>): Aggregate<S> {
  let last: Awaited<ReturnType<Aggregate<S>['get']>>;
  let asked = 0;
  return {
    ...real,
    get: async (id, deadline) => {
      if (last === undefined || (asked += 1) % 20 === 0) last = await real.get(id, deadline);
      return last;
    },
  };
}

const withoutHold = (permit: User['permits'][number]) => ({ ...permit, hold: null });

const believed = (balance: Balance): Balance => ({ ...balance, countedFrom: balance.asOf });

/** Decides on a history that lies `ms` further back, or ahead. */
function shifted(ms: number): Tampering {
  return decidingOn((user) => ({
    ...user,
    usage: user.usage.map((one) => ({
      ...one,
      history: one.history.map(([t, total, count]) => [t + ms, total, count] as const),
    })),
  }));
}

/** Decides on another user than there is, and keeps the one there is. */
function decidingOn(tampered: (user: User) => User): Tampering {
  return {
    aggregates: (real) =>
      withUsers(
        real,
        (change) => (id, call, decide) =>
          change(id, call, async (user) => {
            const honest = await decide(user);
            if (user === undefined || !/^(permit\.held|read\.refused)$/.test(honest.events[0]?.type ?? ''))
              return honest;
            const made = await decide(tampered(user));
            const { usage, balances } = user;
            return { ...made, state: { ...made.state, usage, balances } };
          }),
      ),
  };
}

function losing(real: Store, isLost: (n: number) => boolean): Store {
  let commits = 0;
  return {
    ...real,
    commit: (commit: Commit, options) => {
      commits += 1;
      return isLost(commits) ? Promise.resolve(commit.expectedRevision + 1) : real.commit(commit, options);
    },
  };
}
