import { runCli } from './cli';

const main = async (): Promise<void> => {
  process.exitCode = await runCli(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    errIsTty: Boolean(process.stderr.isTTY),
    env: process.env,
    cwd: process.cwd(),
  });
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
