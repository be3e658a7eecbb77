import { randomBytes } from 'node:crypto';
import { runCli } from './cli';

const main = async (): Promise<void> => {
  const start = performance.now();
  let stopped = false;
  // Once: ends after the turn under way, with a summary. Twice: at once.
  process.once('SIGINT', () => {
    stopped = true;
  });
  process.exitCode = await runCli(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    errIsTty: Boolean(process.stderr.isTTY),
    elapsed: () => performance.now() - start,
    stopped: () => stopped,
    newSeed: () => randomBytes(4).toString('hex'),
  });
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
