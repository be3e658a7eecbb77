/**
 * Whether failures can be told apart by their replies or by their time, against a real edge and engine. Every class of
 * failure is held against all others together; the bound is an effect size, so it means the same on a fast and on a slow
 * machine. Exit code 1: a class stands out. A much longer envelope, whose time must differ, is measured along: when not
 * even that is seen, nothing is proven, and the exit code is 2.
 */
import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { cliffsDelta, NEGLIGIBLE } from './effect-size';
import { createWire, type Wire } from './exchange';
import { failureBodies, longerBody } from './failure-bodies';
import { loginBodies } from './login-bodies';
import { createRandom, type Random } from './random';
import { reportText } from './report';
import { ReplyDiffers, sample } from './sampling';
import { startStand, type Stand } from './stand';
import { sensitivityUs, verdicts } from './verdict';

interface Options {
  readonly seed: string;
  readonly rounds: number;
  readonly samples: number;
  readonly logins: number;
  readonly bestOf: number;
  readonly bound: number;
  readonly json: boolean;
}

const number = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!(value >= least && value <= most)) throw new InvalidArgumentError(`from ${least} to ${most}`);
  return value;
};

const options = new Command('bench:timing')
  .description('Looks for failures of the edge that can be told apart by reply or by time.')
  .option('--seed <text>', 'repeats the bodies and the order of a run', randomBytes(4).toString('hex'))
  .option('--rounds <n>', 'rounds; the median of their effects counts', number(1, 101), 7)
  .option('--samples <n>', 'requests of each class in a round', number(10, 100_000), 300)
  .option('--logins <n>', 'logins of each class in a round; 0: none', number(0, 500), 60)
  .option(
    '--best-of <k>',
    'count only the fastest of so many requests: sees through noise',
    number(1, 1000),
    1,
  )
  .option(
    '--bound <delta>',
    "the largest effect (Cliff's delta) that is let pass",
    number(0.01, 1),
    NEGLIGIBLE,
  )
  .option('--json', 'print the figures as JSON', false)
  .addHelpText('after', '\nExample:\n  npm run bench:timing -- --rounds 15 --samples 500')
  .parse()
  .opts<Options>();

const WARM_UP = 500;
const LONGER_TIMES = 64;
/** So large an effect is "large" in the literature; the longer envelope is far beyond it wherever anything can be seen. */
const CLEARLY_SEEN = 0.474;
const note = (line: string): void => void process.stderr.write(`${line}\n`);
let stopped = false;

async function measured(stand: Stand, random: Random, wire: Wire) {
  const bodies = failureBodies(random, stand.secret);
  const classes = Object.values(bodies);
  for (let n = 0; n < WARM_UP && !stopped; n += 1)
    await wire.post('/read', classes[n % classes.length]?.() ?? '');

  const common = { rounds: options.rounds, random, stopped: () => stopped };
  const onRound = (what: string) => (done: number) => note(`${what}: round ${done} of ${options.rounds}`);
  const failures = await sample({
    ...common,
    bodies,
    perClass: options.samples,
    bestOf: options.bestOf,
    post: (body) => wire.post('/read', body),
    onRound: onRound('failures'),
  });
  const control = await sample({
    ...common,
    rounds: 1,
    bodies: { usual: bodies['wrong secret'], longer: () => longerBody(random, LONGER_TIMES) },
    perClass: options.samples,
    bestOf: options.bestOf,
    post: (body) => wire.post('/read', body),
    onRound: () => undefined,
  });
  const logins =
    options.logins === 0
      ? []
      : await sample({
          ...common,
          bodies: loginBodies(random, stand.secret, stand.subjects),
          perClass: options.logins,
          bestOf: 1,
          post: (body) => wire.post('/user_verify', body),
          onRound: onRound('logins'),
        });
  return { failures, control, logins };
}

async function main(): Promise<number> {
  note(`seed ${options.seed}`);
  const stand = await startStand(note);
  const wire = createWire(stand.url);
  try {
    const { failures, control, logins } = await measured(stand, createRandom(options.seed), wire);
    const [controlled] = control;
    if (stopped || controlled === undefined) return 130;
    const seen = cliffsDelta(controlled.longer, controlled.usual);
    const parts = [
      { title: 'POST /read', rounds: failures },
      ...(logins.length > 0 ? [{ title: 'POST /user_verify', rounds: logins }] : []),
    ].map(({ title, rounds }) => ({
      title,
      sensitivityUs: sensitivityUs<string>(rounds, options.bound),
      verdicts: verdicts<string>(rounds, options.bound),
    }));
    const clear = seen >= CLEARLY_SEEN;
    if (options.json) console.log(JSON.stringify({ ...options, control: seen, parts }, null, 2));
    else console.log(reportText(parts, options.bound, { times: LONGER_TIMES, delta: seen }));
    if (parts.some((part) => part.verdicts.some(({ within }) => !within))) return 1;
    if (clear) return 0;
    note(
      'the longer envelope was not told apart either: this machine is too busy to say that nothing stands out',
    );
    return 2;
  } catch (error) {
    if (!(error instanceof ReplyDiffers)) throw error;
    note(error.message);
    return 1;
  } finally {
    wire.close();
    await stand.stop();
  }
}

process.once('SIGINT', () => (stopped = true));
process.once('SIGTERM', () => (stopped = true));
main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
