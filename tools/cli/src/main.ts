import { createCountersign } from '@countersign/client';
import { runCli } from './cli';

const main = async (): Promise<void> => {
  const interrupted = new AbortController();
  // Once: whoever presses Ctrl-C again does not want to wait.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => interrupted.abort());
  process.exitCode = await runCli(
    process.argv.slice(2),
    {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      progress: process.stderr.isTTY ? process.stderr : undefined,
      env: process.env,
      cwd: process.cwd(),
      now: Date.now,
      signal: interrupted.signal,
    },
    createCountersign,
  );
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
