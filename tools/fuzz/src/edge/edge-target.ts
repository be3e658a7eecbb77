import { createRecent } from '../recent';
import { createTally } from '../tally';
import type { Find, Input, Target } from '../target';
import type { ProcessWatch } from '../process-watch';
import type { EdgeConnections } from './edge-connections';
import { createEdgeInputs, type EdgeSeeds } from './edge-inputs';
import { judgeReply } from './edge-oracle';
import { readReply, type HttpReply } from './http-reply';

/** The edge as CoKeeps and everybody else meets it: bytes on a socket. */
export interface EdgeTargetDeps {
  readonly connections: Pick<EdgeConnections, 'ask' | 'throwAt'>;
  readonly seeds: EdgeSeeds;
  readonly secret: string;
  /** The processes behind it; what is wrong with any of them. */
  readonly watches: readonly ProcessWatch[];
  /** A question with a known answer: resolves with what is wrong about it. */
  readonly control: () => Promise<string | undefined>;
}

const WIDTH = 32;
const questions = ['/user_verify', '/machine_verify', '/read', '/update'];

export const createEdgeTarget = (deps: EdgeTargetDeps): Target => {
  const { connections, secret, watches, control } = deps;
  const tally = createTally();
  const recent = createRecent(20_000);

  const judge = (
    reply: HttpReply,
    asked: Parameters<typeof judgeReply>[1],
    input: Input,
  ): string | undefined => {
    const id = reply.headers.get('x-request-id');
    if (id !== undefined) recent.remember(id, input);
    const { answer, problem } = judgeReply(reply, asked, secret);
    tally.add(`${input.kind}: ${answer}`);
    return problem;
  };

  const framed = async (input: Input): Promise<string | undefined> => {
    const [, method = '', path = ''] =
      /^([A-Z-]+) (\S{0,20})/.exec(input.bytes.toString('latin1', 0, 40)) ?? [];
    const bodiless = method === 'HEAD';
    const reply = await connections.ask(input.bytes, bodiless);
    if ('problem' in reply) return reply.problem;
    return judge(reply, { bodiless, ...(questions.includes(path) && { path }) }, input);
  };

  const bare = async (input: Input): Promise<string | undefined> => {
    const received = await connections.throwAt(input.bytes);
    if ('problem' in received) return received.problem;
    if (received.length === 0) tally.add('bare: closed without a word');
    for (let left = received; left.length > 0;) {
      // What the bytes asked for is anybody's guess, a HEAD among it too: then no body follows.
      const whole = readReply(left, false);
      const reading = whole === 'more' || !startsReply(whole) ? readReply(left, true) : whole;
      if (reading === 'more') return 'a reply that is cut off';
      if ('problem' in reading) return reading.problem;
      left = reading.rest;
      if (reading.reply.status === 100) continue;
      const problem = judge(reading.reply, { bodiless: reading !== whole }, input);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

  return {
    name: 'edge',
    width: WIDTH,
    make: createEdgeInputs(deps.seeds, secret),
    check: (input) => (input.kind === 'bare' ? bare(input) : framed(input)),
    async inspect() {
      const finds: Find[] = [];
      const problem = await control();
      if (problem !== undefined) finds.push({ problem });
      for (const watch of watches) {
        for (const { problem: seen, requestId } of await watch.look())
          finds.push({ problem: seen, input: requestId === undefined ? undefined : recent.find(requestId) });
      }
      return finds;
    },
    answers: tally.counts,
  };
};

/** What is left behind a whole reply is nothing, or another one. */
const startsReply = (reading: ReturnType<typeof readReply>): boolean =>
  reading !== 'more' &&
  'rest' in reading &&
  (reading.rest.length === 0 || reading.rest.toString('latin1', 0, 5) === 'HTTP/');
