import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHotWallet } from '@countersign/hotwallet';
import mongoose from 'mongoose';
import { createWorld } from './demo-world';
import {
  foreignReference,
  freeze,
  garbage,
  logIn,
  machine,
  restart,
  tooMuch,
  transfer,
  type Stage,
} from './demo-acts';
import { createPlatform } from './platform';
import { startStack } from './stack';
import { createTranscript } from './transcript';

const HELP = `npm run demo

Starts the engine and the edge on free ports with a temporary store, plays a day of a wallet against them, prints what
happens, checks every reply, and removes everything again. Exit code 0 when all checks hold, 1 otherwise.

  STORE_URL   plays on that store instead, e.g. mongodb://127.0.0.1:27017 (in a database of its own, dropped at the end)
`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A database nobody uses: the demo's salt is temporary, and a store keeps to the salt it was first started with. */
function temporaryStore(url: string | undefined): { url?: string; drop: () => Promise<void> } {
  if (url === undefined || !url.startsWith('mongodb://'))
    return { ...(url !== undefined && { url }), drop: async () => undefined };
  const own = new URL(url);
  own.pathname = `/countersign_demo_${randomBytes(4).toString('hex')}`;
  return {
    url: own.toString(),
    drop: async () => {
      const connection = await mongoose.createConnection(own.toString()).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

async function main(): Promise<void> {
  if (parseArgs({ options: { help: { type: 'boolean' } } }).values.help) return say(HELP);
  const started = Date.now();
  const dir = await mkdtemp(join(tmpdir(), 'countersign-demo-'));
  const store = temporaryStore(process.env.STORE_URL);
  const transcript = createTranscript(say);
  const cleanUp: (() => Promise<unknown>)[] = [() => rm(dir, { recursive: true, force: true }), store.drop];
  const leave = async (code: number): Promise<never> => {
    for (const step of cleanUp.reverse()) await step().catch((error: Error) => say(error.message));
    process.exit(code);
  };
  let leaving = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (leaving) return;
      leaving = true;
      say('\nStopping …');
      void leave(130);
    });
  }

  try {
    say('Starting the engine and the edge …');
    const stack = await startStack({
      dir,
      ...(store.url !== undefined && { storeUrl: store.url }),
      onEnd: (message) => transcript.say(`(${message})`),
    });
    cleanUp.push(stack.stop);
    const platform = createPlatform(stack.admin);
    await createWorld(platform);
    const wallet = createHotWallet({ url: stack.url, secret: await readFile(stack.secretFile, 'utf8') });
    cleanUp.push(async () => wallet.close());
    const stage: Stage = { stack, wallet, platform, transcript };

    await logIn(stage);
    const reference = await transfer(stage);
    await tooMuch(stage);
    await foreignReference(stage, reference);
    await freeze(stage);
    await machine(stage);
    await garbage(stage);
    await restart(stage, reference);
  } catch (error) {
    if (!leaving)
      transcript.check('the demo runs to its end', false, error instanceof Error ? error.message : error);
  }
  if (leaving) return;
  const failed = transcript.failures();
  say(
    `\n${failed === 0 ? 'Everything held' : `${failed} checks failed`} (${((Date.now() - started) / 1000).toFixed(1)} s).`,
  );
  await leave(failed === 0 ? 0 : 1);
}

void main();
