import fc from 'fast-check';
import type { Limit, ReadDecision, User } from '../../src';
import { limitOf } from '../scenario/limit-text';
import { lineOf } from '../scenario/line';
import type { Policy } from '../scenario/policy';
import { expectWhole } from '../scenario/table';
import { play, type Play } from '../scenario/verbs';
import { expectRecomputed, expectReplay, type World } from '../scenario/world';
import { aCourse, aLimit, allowedBy, answerTo, attempt, played } from './courses';
import { seeded, type Property } from './run';

/** What holds for every answer to /read, in every world that can come about. */
const references = ['', 'a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6', 'nothing'];

/** Every enabled chain is listed, destinations are never empty, and what is not granted is an explicit zero. */
export const answersAreWhole: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(aCourse(), (lines) => {
      const { world } = played(policy, lines, ({ world: then }, made) => expectWhole(then, made));
      expect(world.platform?.chains.length).toBeGreaterThan(0);
    }),
    seeded(400, hurried),
  );

/** A refusal, an unknown reference, a missing or broken world: never more than no answer at all, which allows nothing. */
export const errorsAreNotWider: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(
      aCourse(25),
      fc.constantFrom('platform', 'tier', 'user', 'reference', 'owner'),
      (lines, lost) => {
        const game = played(policy, lines);
        const { world } = game;
        const hasTier = world.user?.tier !== null;
        if (lost === 'platform') world.platform = undefined;
        if (lost === 'tier') world.tier = undefined;
        if (lost === 'user') world.user = undefined;
        if (lost === 'owner' && world.machine !== undefined) world.machine = { ...world.machine, uid: 'u-2' };
        const budget = hasTier && lost === 'reference' && world.tier?.mode === 'budget';
        if (lost === 'tier' && !hasTier) return;
        for (const id of lost === 'reference' ? ['', 'nothing', 'A-1'] : references) {
          const made = answerTo(game, id, lost === 'owner');
          if (budget || made === undefined) continue;
          expect([...allowedBy(made).values()].filter((limit) => limit !== '0')).toEqual([]);
          expect(made.reply.destinations.every(({ address }) => address === 'none')).toBe(true);
        }
      },
    ),
    seeded(300, hurried),
  );

/** The same permit read again gets the same answer under the same decision, and that is no event and no second hold. */
export const sameReadSameAnswer: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(aCourse(), (lines) => {
      played(policy, lines, (game, made) => {
        if (made.rule !== 'granted' && made.rule !== 'granted_again') return;
        const id = made.decision?.referenceId ?? grantedTo(game, made.decisionId);
        const again = answerTo(game, id);
        expect(again?.rule).toBe('granted_again');
        expect(again?.reply.limits).toEqual(made.reply.limits);
        expect(again?.reply.destinations).toEqual(made.reply.destinations);
        expect(again?.decisionId).toBe(made.decisionId);
        expect(again?.events).toEqual([]);
        expect(again?.state).toBe(game.world.user);
      });
    }),
    seeded(300, hurried),
  );

/** Replaying the events gives every state byte for byte; a decision and the states of its revisions give its reply. */
export const eventsAreTheState: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(aCourse(50), (lines) => {
      const { world } = played(policy, lines);
      expectReplay(world);
      expectRecomputed(world);
    }),
    seeded(250, hurried),
  );

const levels = ['platform', 'tier', 'user', 'machine', 'chain gold'] as const;

/** A freeze at any of the five levels leaves nothing of what it covers, whatever else is true. */
export const freezeBeatsEverything: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(aCourse(30), fc.constantFrom(...levels), (lines, level) => {
      const game = played(policy, lines);
      if (level === 'tier' && game.world.user?.tier === null) return;
      attempt(policy, () => play(game, lineOf(`freeze ${level}`)));
      for (const id of references) {
        const allowed = allowedBy(answerTo(game, id, level === 'machine'));
        const left = level === 'chain gold' ? [allowed.get('gold') ?? '0'] : [...allowed.values()];
        expect(left.every((limit) => limit === '0')).toBe(true);
      }
    }),
    seeded(300, hurried),
  );

/** One more limit, at any layer, of any kind, or a lower cap: never more than before, in permit and in budget mode. */
export const narrowingNeverWidens: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(
      aCourse(25),
      fc.constantFrom('platform', 'tier', 'user'),
      fc.tuple(aLimit, aLimit),
      fc.nat(20),
      (lines, layer, [first, text], pick) => {
        const game = played(policy, [...lines, ...thawed, `limits platform = ${first}`, ...readable]);
        const narrowed = { ...game, world: { ...game.world } };
        const there = limitsOnGold(game.world);
        const other = limitOf(text);
        const like = pick > 5 && other.kind !== 'share' ? there[pick % Math.max(there.length, 1)] : undefined;
        narrow(narrowed.world, layer, like === undefined ? other : { ...like, max: other.max });
        for (const id of ['', `a-${game.permits}`, `a-${game.permits - 1}`, ...references])
          expectNotWider(policy, answerTo(game, id), answerTo(narrowed, id));
      },
    ),
    seeded(400, hurried),
  );

/** A balance, and two operations that limits alone decide about. */
const readable = ['balance 50', 'plan 2 to vault', 'plan 5 to shop'];

/** Also those of other layers: it is between two values of one key that the smallest has to win. */
const limitsOnGold = ({ platform, tier, user }: World): readonly Limit[] =>
  [...(platform?.chains ?? []), ...(tier?.limits ?? []), ...(user?.limits ?? [])]
    .filter(({ chainId }) => chainId === 'gold')
    .flatMap(({ limits }) => limits)
    .filter(({ kind, measure }) => kind !== 'share' && measure === 'amount');

const thawed = ['platform', 'tier', 'user', 'chain gold'].map((level) => `unfreeze ${level}`);

export function expectNotWider(
  policy: Policy,
  before: ReadDecision | undefined,
  after: ReadDecision | undefined,
): void {
  const allowed = allowedBy(before);
  for (const [chainId, limit] of allowedBy(after)) {
    if (policy.compareAmounts(limit, allowed.get(chainId) ?? '0') > 0)
      throw new Error(`${chainId}: ${limit} after, ${allowed.get(chainId) ?? 'nothing'} before`);
  }
}

/** Of a key that the layer has already the smaller value stays. */
function narrow(world: World, layer: 'platform' | 'tier' | 'user', limit: Limit): void {
  const { platform, tier, user, policy } = world;
  if (platform === undefined || tier === undefined || user === undefined) return;
  const key = policy.limitKey(limit);
  const withLimit = (all: readonly Limit[]): readonly Limit[] => {
    const same = all.find((one) => policy.limitKey(one) === key);
    const others = all.filter((one) => one !== same);
    return [...others, same !== undefined && policy.compareAmounts(same.max, limit.max) < 0 ? same : limit];
  };
  const onGold = (all: User['limits']): User['limits'] => {
    const there = all.find(({ chainId }) => chainId === 'gold')?.limits ?? [];
    const others = all.filter(({ chainId }) => chainId !== 'gold');
    return [...others, { chainId: 'gold', limits: withLimit(there) }];
  };
  if (layer === 'tier') world.tier = { ...tier, limits: onGold(tier.limits) };
  if (layer === 'user') world.user = { ...user, limits: onGold(user.limits) };
  if (layer === 'platform') {
    const chains = platform.chains.map((chain) =>
      chain.chainId === 'gold' ? { ...chain, limits: withLimit(chain.limits) } : chain,
    );
    world.platform = { ...platform, chains };
  }
}

function grantedTo({ world }: Play, decisionId: string): string {
  const permit = world.user?.permits.find(({ hold }) => hold?.decisionId === decisionId);
  return permit?.id ?? '';
}
