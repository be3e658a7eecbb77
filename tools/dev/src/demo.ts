import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHotWallet } from '@countersign/hotwallet';
import { createWorld } from './demo-world';
import { coolingOff } from './acts/cooling-off';
import { dailyCap } from './acts/daily-cap';
import { freezeTier, freezeUser } from './acts/freeze';
import { garbage } from './acts/garbage';
import { logIn } from './acts/log-in';
import { machine } from './acts/machine';
import { nothingLeaked } from './acts/nothing-leaked';
import { officeDay } from './acts/office-day';
import type { Stage } from './acts/stage';
import { suspectHold } from './acts/suspect';
import { foreignReference, restart, tooMuch, transfer } from './acts/transfer';
import { createWatch } from './leaks/watch';
import { createPlatform } from './platform';
import { startStack } from './stack';
import { temporaryStore } from './temporary-store';
import { createTranscript } from './transcript';

const HELP = `npm run demo

Starts the engine, the edge and the admin service on free ports with a temporary store, plays a day of a wallet against them, prints what
happens, checks every reply, searches everything that was written for everything secret, and removes it again. Exit code 0 when all checks hold, 1 otherwise.

  STORE_URL   plays on that store instead, e.g. mongodb://127.0.0.1:27017 (in a database of its own, dropped at the end,
              with a tenth of the balances)
`;

/** The servers that speak MongoDB's protocol in tests take their time. */
const balancesFor = (storeUrl: string): number => (storeUrl.startsWith('mongodb://') ? 1_000 : 10_000);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  if (parseArgs({ options: { help: { type: 'boolean' } } }).values.help) return say(HELP);
  const beganAt = Date.now();
  const dir = await mkdtemp(join(tmpdir(), 'countersign-demo-'));
  const store = temporaryStore(process.env.STORE_URL ?? `sqlite:${join(dir, 'countersign.db')}`);
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
    say('Starting the engine, the edge and the admin service …');
    const started = await startStack({
      dir,
      storeUrl: store.url,
      onEnd: (message) => transcript.say(`(${message})`),
    });
    cleanUp.push(started.stop);
    const watch = createWatch();
    const stack = await watch.stack(started);
    const platform = createPlatform(stack.admin, watch.platform);
    await createWorld(platform);
    const secret = await readFile(stack.secretFile, 'utf8');
    const wallet = createHotWallet({ url: stack.url, secret, witness: watch.wallet });
    cleanUp.push(async () => wallet.close());
    const stage: Stage = { stack, wallet, platform, transcript };

    await logIn(stage);
    const reference = await transfer(stage);
    await tooMuch(stage);
    await foreignReference(stage, reference);
    await freezeUser(stage);
    await machine(stage);
    await garbage(stage);
    await restart(stage, reference);
    await dailyCap(stage);
    await coolingOff(stage);
    await suspectHold(stage);
    await freezeTier(stage);
    await officeDay(stage, { balances: balancesFor(store.url), dir });
    await nothingLeaked(stage, { watch, dir, storeUrl: store.url });
  } catch (error) {
    if (!leaving)
      transcript.check('the demo runs to its end', false, error instanceof Error ? error.message : error);
  }
  if (leaving) return;
  const failed = transcript.failures();
  say(
    `\n${failed === 0 ? 'Everything held' : `${failed} checks failed`} (${((Date.now() - beganAt) / 1000).toFixed(1)} s).`,
  );
  await leave(failed === 0 ? 0 : 1);
}

void main();
