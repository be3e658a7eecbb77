import fc from 'fast-check';
import type { PolicyChange } from '../../src';
import { lineOf } from '../scenario/line';
import { play } from '../scenario/verbs';
import { expectNotWider } from './answers';
import { aCourse, answerTo, attempt, played } from './courses';
import { seeded, type Property } from './run';

/**
 * No single actor can loosen what policy says needs two: whatever one more line makes of the world, if anything is
 * answered more widely than before, now or later, then the change that did it is called a loosening, and is refused
 * unless somebody else approves.
 */
const references = ['', 'a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6'];
const change = fc.oneof(
  fc.constantFrom(
    ...['limits platform = 20 per 24h', 'limits platform = 1 per 1h; 3 ever', 'limits user = none'],
    ...['limits user = 5 per 24h', 'limits tier = none', 'limits tier = 3 per 1h', 'unset amount/lifetime'],
    ...['override 20 per 24h until +7d', 'override 1 per 24h until +7d', 'unset amount/sliding/86400000'],
    ...['tier is none', 'tier is basic', 'tier mode budget', 'tier mode permit', 'tier coolingOffMs 0s'],
    ...['setting coolingOffMs 0s', 'setting coolingOffMs 7d', 'setting balanceMaxAgeMs 31d', 'enable copper'],
    ...['setting balanceMaxAgeMs 1s', 'disable silver', 'enable gold exact', 'waive bank', 'revoke bank'],
    ...['destination bank', 'destination shop', 'user suspended', 'user active', 'machine suspended'],
  ),
  fc
    .tuple(
      fc.constantFrom('freeze', 'unfreeze'),
      fc.constantFrom('platform', 'tier', 'user', 'machine', 'chain gold'),
    )
    .map((words) => words.join(' ')),
);

export const nobodyLoosensAlone: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(aCourse(20), change, fc.constantFrom('0s', '1h', '1d', '8d'), (lines, text, later) => {
      const game = played(policy, [...lines, 'setting loosening approved']);
      const before = { ...game, world: { ...game.world } };
      if (attempt(policy, () => play(game, lineOf(text))) === undefined) return;
      const [was, is] = [before.world, game.world];
      const changes = (
        [
          { kind: 'platform', before: was.platform, after: is.platform },
          { kind: 'tier', before: was.tier, after: is.tier },
          { kind: 'user', before: was.user, after: is.user, tiers: tiersOf(was.user, is.user), now: is.now },
          { kind: 'machine', before: was.machine, after: is.machine },
        ] as PolicyChange[]
      ).filter(({ before: a, after: b }) => JSON.stringify(a) !== JSON.stringify(b));
      const loosened = changes.flatMap((one) => policy.loosenings(one));
      for (const by of [null, '', 'ann']) {
        const alone = { actor: 'ann', approval: { by, since: 0 }, now: is.now };
        const allowed =
          attempt(policy, () => {
            policy.refuseUnapproved(was.platform, loosened, alone);
            return true;
          }) ?? false;
        if (!allowed) continue;
        play(before, lineOf(`+${later} wait`));
        is.now = was.now;
        for (const id of references) {
          expectNotWider(policy, answerTo(before, id), answerTo(game, id));
          expectNotWider(policy, answerTo(before, id, true), answerTo(game, id, true));
        }
      }

      function tiersOf(a: typeof is.user, b: typeof is.user) {
        return {
          before: a?.tier === null ? undefined : was.tier,
          after: b?.tier === null ? undefined : is.tier,
        };
      }
    }),
    seeded(700, hurried),
  );
