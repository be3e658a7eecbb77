import fc from 'fast-check';
import type { ReadDecision } from '../../src';
import { lineOf } from '../scenario/line';
import type { Policy } from '../scenario/policy';
import { startingGame } from '../scenario/table';
import { play, type Play } from '../scenario/verbs';

/**
 * Random courses of a world in the language of the tables, so that a counterexample can be read, and can become a case.
 * Lines that policy refuses change nothing and are passed over.
 */
const amount = fc.constantFrom('0.5', '1', '2', '3', '5', '8');
const to = fc.constantFrom('vault', 'shop', 'bank', 'shop tag 7', 'vault on silver');
const permit = fc.nat(12).map((n) => `a-${n + 1}`);
const wait = fc.constantFrom('', '', '', '+1ms ', '+1s ', '+10m ', '+1h ', '+7h ', '+1d ');
const window = fc.constantFrom(
  ...[
    'per transaction',
    'per 1m',
    'per 1h',
    'per 24h',
    'per day in Europe/Berlin',
    'ever',
    'per transaction',
  ],
  ...['per 24h to each destination', 'per month from 31 in UTC'],
);
const cap = fc.oneof(
  fc.tuple(fc.constantFrom('0', '1', '3', '5', '9', '20'), window).map((parts) => parts.join(' ')),
  fc.constantFrom('2 operations per 1h', '4 operations per day in UTC', '0.5 of balance', '0.1 of balance'),
);
export const aLimit: fc.Arbitrary<string> = cap;
const duration = fc.constantFrom('1s', '1h', '1d', '7d');
const level = fc.constantFrom('platform', 'tier', 'user', 'machine', 'chain gold', 'chain silver');

const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(amount, to).map(([a, t]) => `ask ${a} to ${t}`) },
  { weight: 1, arbitrary: fc.tuple(amount, to).map(([a, t]) => `plan ${a} to ${t}`) },
  {
    weight: 3,
    arbitrary: fc.tuple(permit, fc.constantFrom('', ' by machine')).map(([p, by]) => `read ${p}${by}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('read', 'read nothing', 'watch') },
  {
    weight: 4,
    arbitrary: fc.tuple(permit, fc.constantFrom('', ' 1', ' 9')).map(([p, a]) => `settle ${p}${a}`),
  },
  { weight: 2, arbitrary: permit.map((p) => `release ${p}`) },
  { weight: 1, arbitrary: permit.map((p) => `reconcile ${p} released`) },
  {
    weight: 1,
    arbitrary: permit.map((p) => `update {"uid":"u-1","event":"done","reference":"${p}"}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('platform', 'tier', 'user'), fc.array(cap, { minLength: 1, maxLength: 3 }))
      .map(([layer, caps]) => `limits ${layer} = ${caps.join('; ')}`),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(cap, duration).map(([c, d]) => `override ${c} until +${d}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'destination bank',
      'destination shop tag 7',
      'revoke bank',
      'revoke shop tag 7',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('waive bank', 'password', 'revoke shop', 'destination shop') },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('setting coolingOffMs', 'setting rearmMs', 'tier coolingOffMs')
      .chain((s) => duration.map((d) => `${s} ${d}`)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('tier mode budget', 'tier mode permit', 'tier is none', 'tier is basic'),
  },
  { weight: 1, arbitrary: fc.constantFrom('balance 30', 'balance 5', 'balance 100 on silver') },
  { weight: 1, arbitrary: level.map((l) => `freeze ${l}`) },
  { weight: 2, arbitrary: level.map((l) => `unfreeze ${l}`) },
);

export const aCourse = (maxLength = 40): fc.Arbitrary<readonly string[]> =>
  fc.array(
    fc.tuple(wait, line).map((parts) => parts.join('')),
    { minLength: 1, maxLength, size: 'max' },
  );

/** Whatever the core throws that is no Fault is a defect. */
export function attempt<T>(policy: Policy, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!policy.isFault(error)) throw error;
    return undefined;
  }
}

/** `after` is told every line's answer to a read. */
export function played(
  policy: Policy,
  lines: readonly string[],
  after: (game: Play, made: ReadDecision) => void = () => undefined,
): Play {
  const game = startingGame(policy);
  for (const text of lines) {
    const outcome = attempt(policy, () => play(game, lineOf(text)));
    if (outcome?.made !== undefined) after(game, outcome.made);
  }
  return game;
}

/** What would be answered now, without anything being changed by it. */
export function answerTo({ world }: Play, referenceId: string, asMachine = false): ReadDecision | undefined {
  const { policy, platform, tier, user, machine, now } = world;
  return attempt(policy, () =>
    policy.decideRead({
      platform,
      tier,
      user,
      ...(asMachine && machine !== undefined && { machine }),
      referenceId,
      now,
    }),
  );
}

/** What the answer allows on each chain, exact; nothing for no answer. */
export const allowedBy = (made: ReadDecision | undefined): ReadonlyMap<string, string> =>
  new Map(made?.reply.limits.map(({ chainId, limit }) => [chainId, limit]));
