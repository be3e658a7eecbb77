import fc from 'fast-check';
import { lineOf } from '../scenario/line';
import { startingGame } from '../scenario/table';
import { durationOf } from '../scenario/time-text';
import { play } from '../scenario/verbs';
import { attempt } from './courses';
import { seeded, type Property } from './run';

/**
 * Nothing goes to a destination before its waiting is over. The model knows, for each one, when it was added and until
 * when it waits, from the configured durations alone.
 */
const names = ['bank', 'cave', 'dock'] as const;
const act = fc.oneof(
  fc.tuple(fc.constantFrom('add', 'add', 'revoke', 'waive', 'ask', 'ask', 'ask'), fc.constantFrom(...names)),
  fc.tuple(fc.constantFrom('password'), fc.constantFrom(...names)),
  fc.tuple(fc.constantFrom('setting coolingOffMs', 'tier coolingOffMs'), fc.constantFrom('0s', '1h', '1d')),
  fc.tuple(fc.constantFrom('setting rearmMs', 'tier rearmMs'), fc.constantFrom('0s', '1d', '7d')),
);
const wait = fc.constantFrom('0s', '1ms', '59m', '1h', '23h', '1d', '3d');

interface Entry {
  readonly addedAt: number;
  usableFrom: number;
}

export const nothingLeavesTooEarly: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(fc.array(fc.tuple(wait, act), { minLength: 5, maxLength: 40 }), (steps) => {
      const game = startingGame(policy);
      const { world } = game;
      const list = new Map<string, Entry>();
      const set = {
        'setting coolingOffMs': 0,
        'tier coolingOffMs': 0,
        'setting rearmMs': 0,
        'tier rearmMs': 0,
      };
      for (const [pause, [what, which]] of steps) {
        world.now += durationOf(pause);
        const { now } = world;
        const waits = Math.max(set['setting coolingOffMs'], set['tier coolingOffMs']);
        const young = Math.max(set['setting rearmMs'], set['tier rearmMs']);
        if (what === 'ask') {
          const { made } = play(game, lineOf(`ask 1 to ${which}`));
          const entry = list.get(which);
          const usable = entry !== undefined && entry.usableFrom <= now;
          const refusal = entry === undefined ? 'destination_not_allowed' : 'destination_cooling_off';
          expect(made?.rule).toBe(usable ? 'granted' : refusal);
          if (entry !== undefined && !usable) expect(made?.decision?.usableFrom).toBe(entry.usableFrom);
          continue;
        }
        const line =
          what === 'add' ? `destination ${which}` : what === 'password' ? what : `${what} ${which}`;
        if (attempt(policy, () => play(game, lineOf(line))) === undefined) continue;
        const entry = list.get(which);
        if (what === 'add') list.set(which, { addedAt: now, usableFrom: now + waits });
        else if (what === 'revoke') list.delete(which);
        else if (what === 'waive' && entry !== undefined) entry.usableFrom = Math.min(entry.usableFrom, now);
        else if (what === 'password') {
          for (const one of list.values())
            if (now - one.addedAt < young) one.usableFrom = Math.max(one.usableFrom, now + waits);
        } else if (what in set) set[what as keyof typeof set] = durationOf(which);
      }
    }),
    seeded(400, hurried),
  );
