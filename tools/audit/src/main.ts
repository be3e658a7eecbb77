import { runCli } from './cli';
import { openAudited } from './open-audited';

const main = async (): Promise<void> => {
  const interrupted = new AbortController();
  // Once: whoever presses Ctrl-C again does not want to wait.
  process.once('SIGINT', () => interrupted.abort());
  process.exitCode = await runCli(
    process.argv.slice(2),
    {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      errIsTty: Boolean(process.stderr.isTTY),
      env: process.env,
      cwd: process.cwd(),
      now: Date.now,
      signal: interrupted.signal,
    },
    openAudited,
  );
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
