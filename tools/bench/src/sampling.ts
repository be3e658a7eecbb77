import type { Exchange } from './exchange';
import type { Random } from './random';
import { differenceOf, formOf } from './reply-form';

/**
 * Times of each class, taken in random order so that whatever else the machine does meets all of them alike. Every reply
 * must have the form of the very first one.
 */
export interface Sampling<C extends string> {
  readonly bodies: Readonly<Record<C, () => string>>;
  readonly perClass: number;
  /** Each figure is the fastest of so many requests: what a caller would do to see through the noise. */
  readonly bestOf: number;
  readonly rounds: number;
  readonly random: Random;
  readonly post: (body: string) => Promise<Pick<Exchange, 'head' | 'body' | 'ns'>>;
  readonly onRound: (done: number) => void;
  readonly stopped: () => boolean;
}

/** Of one round: ns by class. */
export type Round<C extends string> = Readonly<Record<C, readonly number[]>>;

/** The replies of two classes can be told apart by looking at them. */
export class ReplyDiffers extends Error {
  override readonly name = 'ReplyDiffers';
}

export async function sample<C extends string>(sampling: Sampling<C>): Promise<readonly Round<C>[]> {
  const { bodies, perClass, bestOf, random, post } = sampling;
  const classes = Object.keys(bodies) as C[];
  const rounds: Round<C>[] = [];
  let first: { readonly form: string; readonly of: C } | undefined;

  for (let done = 0; done < sampling.rounds && !sampling.stopped(); done += 1) {
    const times = Object.fromEntries(classes.map((name) => [name, []])) as unknown as Record<C, number[]>;
    // Made before the first is sent, so that making them disturbs no measurement.
    const plan = random
      .shuffled(classes.flatMap((name) => Array.from({ length: perClass * bestOf }, () => name)))
      .map((name) => ({ name, body: bodies[name]() }));
    for (const { name, body } of plan) {
      const reply = await post(body);
      const form = formOf(reply);
      first ??= { form, of: name };
      const difference = differenceOf(first.form, form);
      if (difference !== undefined)
        throw new ReplyDiffers(`the replies to "${first.of}" and "${name}" differ: ${difference}`);
      times[name].push(reply.ns);
      if (sampling.stopped()) return rounds;
    }
    rounds.push(fastest(times, bestOf));
    sampling.onRound(done + 1);
  }
  return rounds;
}

const fastest = <C extends string>(times: Record<C, number[]>, of: number): Round<C> =>
  Object.fromEntries(
    Object.entries<number[]>(times).map(([name, all]) => [
      name,
      Array.from({ length: all.length / of }, (_, n) => Math.min(...all.slice(n * of, (n + 1) * of))),
    ]),
  ) as unknown as Round<C>;
