import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from './bundle';
import { alice, createFixtures, createWorld } from './demo-world';
import { createPlatform } from './platform';
import { startStack, type Stack } from './stack';

const HELP = `npm start

Starts the engine, the edge and the admin service as separate processes on this machine, with demo users, until Ctrl-C. Everything it
makes lies in .data/: secrets and certificates (made once), the database, logs and the fixtures of the demo users.

  STORE_URL   another store than .data/countersign.db, e.g. mongodb://127.0.0.1:27017/countersign
  PORT        where CoKeeps would connect (7000); the next port has its health and metrics,
              the engine is a hundred above, the admin service two hundred
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  if (parseArgs({ options: { help: { type: 'boolean' } } }).values.help) return say(HELP);
  const port = Number(process.env.PORT ?? 7000);
  if (!Number.isInteger(port) || port < 1 || port > 65_300)
    throw new Error('PORT must be a whole number from 1 to 65300');
  const dir = join(repositoryRoot, '.data');
  await mkdir(dir, { recursive: true, mode: 0o700 });

  say('Starting the engine, the edge and the admin service …');
  const stack = await startStack({
    dir,
    ...(process.env.STORE_URL !== undefined && { storeUrl: process.env.STORE_URL }),
    ports: {
      edge: port,
      edgeOperations: port + 1,
      engine: port + 100,
      engineOperations: port + 101,
      admin: port + 200,
      adminOperations: port + 201,
    },
    onEnd: say,
  });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      say('\nStopping …');
      stack.stop().then(
        () => process.exit(0),
        (error: Error) => {
          say(error.message);
          process.exit(1);
        },
      );
    });
  }

  const fixtures = await makeWorld(stack).catch(async (error: unknown) => {
    await stack.stop();
    const shown = relative(repositoryRoot, dir);
    throw new Error(
      `the demo users could not be made (${reasonOf(error)}): ${shown}/log/engine.log says why. ` +
        `If ${shown}/ is from another version, remove it.`,
    );
  });
  await writeFile(join(dir, 'fixtures.json'), `${JSON.stringify(fixtures, null, 2)}\n`, { mode: 0o600 });

  const secretFile = relative(repositoryRoot, stack.secretFile);
  say(`
  edge     ${stack.url}            POST /user_verify /machine_verify /read /update
           http://127.0.0.1:${stack.edge.ports().operationsPort}            /livez /readyz /metrics
  admin    ${stack.adminUrl}            tRPC, a bearer token
           http://127.0.0.1:${stack.adminProcess.ports().operationsPort}            /livez /readyz /metrics
  engine   127.0.0.1:${stack.engine.ports().port}                   gRPC, mutual TLS
           http://127.0.0.1:${stack.engine.ports().operationsPort}            /livez /readyz /metrics
  data     ${relative(repositoryRoot, dir)}/ (logs in ${relative(repositoryRoot, dir)}/log)

Try, in another terminal:

  npm run hotwallet -- call user_verify --username ${alice.username} --password '${alice.password}'
  npm run hotwallet -- call read --uid ${alice.uid} --reference ${fixtures.permit.reference}
  npm run conformance -- --url ${stack.url} --secret "$(cat ${secretFile})"

  export COUNTERSIGN_URL=${stack.adminUrl} COUNTERSIGN_TOKEN=$(npm run --silent countersign -- token)
  npm run countersign -- users list
  npm run countersign -- limits effective ${alice.uid}

Ctrl-C stops everything.`);
}

async function makeWorld({ admin, secretFile, url }: Stack) {
  const platform = createPlatform(admin);
  await createWorld(platform);
  return { url, ...(await createFixtures(platform, secretFile)) };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

main().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
});
