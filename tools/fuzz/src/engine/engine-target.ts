import type { ProcessWatch } from '../process-watch';
import { createRecent } from '../recent';
import { createTally } from '../tally';
import type { Find, Input, Target } from '../target';
import type { EngineCalls } from './engine-calls';
import { createEngineInputs, type EngineSeeds, type Peer } from './engine-inputs';
import { judgeEnd, judgeFault, judgeReply, type Judgement } from './engine-oracle';
import type { Method, Schema } from './schema';
import { decode, encode, type Message } from './wire';

/** The engine's gRPC handlers, as its two peers meet them. */
export interface EngineTargetDeps {
  readonly schema: Schema;
  readonly seeds: EngineSeeds;
  readonly calls: Readonly<Record<Peer, Pick<EngineCalls, 'call' | 'converse'>>>;
  /** A machine that nothing else speaks of, and what it is answered. */
  readonly control: { readonly machineId: string; readonly x: string; readonly key: string };
  readonly watches: readonly ProcessWatch[];
}

const WIDTH = 32;
/** Far from what the inputs use. */
const CONTROL_ID = 3_141_592_653;

export const createEngineTarget = (deps: EngineTargetDeps): Target => {
  const { schema, control } = deps;
  const tally = createTally();
  const recent = createRecent(20_000);
  let number = 0;
  const question = encode(schema, 'CallBatch', {
    calls: [
      {
        id: CONTROL_ID,
        timeout_ms: 10_000,
        machine_verify: { machine_id: control.machineId, x: control.x },
      },
    ],
  });

  const take = (kind: string, { answer, problem }: Judgement): string | undefined => {
    tally.add(`${kind}: ${answer}`);
    return problem;
  };

  const unary = async (peer: Peer, method: Method, input: Input): Promise<string | undefined> => {
    const requestId = `fuzz-${(number += 1)}`;
    recent.remember(requestId, input);
    const answered = await deps.calls[peer].call(method.path, input.bytes, requestId);
    if ('problem' in answered) return `${method.name}: ${answered.problem}`;
    const foreign = !method.name.startsWith('Health.') && peer !== ownerOf(method);
    const judged = Buffer.isBuffer(answered)
      ? judgeReply(schema, method.reply, answered)
      : judgeEnd(schema, answered.ended);
    const problem = take(foreign ? 'of another peer' : (method.name.split('.')[0] ?? ''), judged);
    if (problem !== undefined) return `${method.name}: ${problem}`;
    const refused = judged.answer === 'forbidden' || judged.answer.startsWith('gRPC');
    return foreign && !refused ? `${peer} got ${judged.answer} from ${method.name}` : undefined;
  };

  const streamed = async (peer: Peer, method: Method, input: Input): Promise<string | undefined> => {
    const problems: string[] = [];
    const judgeAnswer = (answer: Message): boolean => {
      const [id] = answer.get('id') ?? [];
      const [fault] = answer.get('fault') ?? [];
      const [verified] = answer.get('machine_verify') ?? [];
      if (id === CONTROL_ID) {
        const right = typeof verified === 'object' && verified.get('key')?.[0] === control.key;
        if (!right) problems.push('the question behind it was answered otherwise than before');
        return true;
      }
      const judged = typeof fault === 'object' ? judgeFault(fault) : { answer: 'ok' };
      const problem = take('Converse', judged);
      if (problem !== undefined) problems.push(problem);
      return false;
    };
    const onMessage = (bytes: Buffer): boolean => {
      try {
        const answers = decode(schema, 'AnswerBatch', bytes).get('answers') ?? [];
        return answers.map((answer) => typeof answer === 'object' && judgeAnswer(answer)).includes(true);
      } catch (error) {
        problems.push(`a message that is no AnswerBatch: ${(error as Error).message}`);
        return true;
      }
    };
    const end = await deps.calls[peer].converse(method.path, [input.bytes, question], onMessage);
    if (end !== undefined) {
      const problem = 'problem' in end ? end.problem : take('Converse ended', judgeEnd(schema, end.ended));
      if (problem !== undefined) problems.push(problem);
    }
    return problems[0] === undefined ? undefined : `${method.name}: ${problems[0]}`;
  };

  return {
    name: 'engine',
    width: WIDTH,
    make: createEngineInputs(schema, deps.seeds),
    async check(input) {
      const [peer, name] = input.kind.split(' ');
      const method = schema.methods.find((one) => one.name === name);
      if (method === undefined || (peer !== 'edge' && peer !== 'admin'))
        return `no such input: ${input.kind}`;
      return method.streams ? streamed(peer, method, input) : unary(peer, method, input);
    },
    async inspect() {
      const finds: Find[] = [];
      for (const watch of deps.watches) {
        for (const { problem, requestId } of await watch.look())
          finds.push({ problem, input: requestId === undefined ? undefined : recent.find(requestId) });
      }
      return finds;
    },
    answers: tally.counts,
  };
};

const ownerOf = ({ name }: Method): Peer => (name.startsWith('Admin.') ? 'admin' : 'edge');
