/**
 * `npm run test:mongo`: every test that needs a MongoDB-protocol server, the race of two engines, and the demo, on a
 * real one: that of MONGODB_URI, or one started here. None of them may be left out silently
 * (COUNTERSIGN_REQUIRE_MONGO). Ends with 0 only if all of them pass.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describeMongoServer } from '@countersign/store';
import { Command } from 'commander';
import { startMongoServer } from './mongo-server';
import type { RunningMongoServer } from './mongo-server';
import { race } from './race/run';

const root = resolve(__dirname, '../../..');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Suite {
  readonly project: string;
  readonly pattern: string;
}

/** The specs of the store, and every `apps/<app>/test/….mongo.spec.ts`. */
const findSuites = async (): Promise<readonly Suite[]> => {
  const suites: Suite[] = [
    { project: 'libs/store', pattern: 'src/mongo/mongo-store' },
    { project: 'libs/store', pattern: 'src/mongo/(?!mongo-store)' },
  ];
  const apps = await readdir(join(root, 'apps'), { withFileTypes: true });
  for (const app of apps.filter((entry) => entry.isDirectory())) {
    const project = join('apps', app.name);
    const files = await readdir(join(root, project, 'test'), { recursive: true }).catch(() => []);
    if (files.some((file) => file.endsWith('.mongo.spec.ts')))
      suites.push({ project, pattern: String.raw`\.mongo\.spec` });
  }
  return suites;
};

const givenServer = async (uri: string): Promise<RunningMongoServer> => ({
  uri,
  ...(await describeMongoServer(uri, 5000)),
  stop: async () => undefined,
});

const runJest = async (suite: Suite, uri: string, extra: readonly string[]): Promise<number> => {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const config = join(root, 'tools/checks/jest.config.js');
  // One file at a time: they share one server and some of them measure how soon a call ends.
  const args = [
    '--config',
    config,
    '--rootDir',
    '.',
    '--runInBand',
    // A test that ran out of time leaves its store open; the run must end and say so all the same.
    '--forceExit',
    '--testPathPatterns',
    suite.pattern,
    ...extra,
  ];
  const child = spawn(process.execPath, [jest, ...args], {
    cwd: join(root, suite.project),
    env: { ...process.env, MONGODB_URI: uri, COUNTERSIGN_REQUIRE_MONGO: '1' },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
};

const runDemo = async (uri: string): Promise<number> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tools/dev/src/demo.ts')], {
    cwd: root,
    env: { ...process.env, STORE_URL: uri },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
};

const main = async (): Promise<void> => {
  const command = new Command('test:mongo')
    .description(
      'Runs every test that needs a MongoDB-protocol server on the one at MONGODB_URI, or on one it starts.',
    )
    .argument('[jest...]', 'further arguments for Jest, after --')
    .parse();
  const given = process.env['MONGODB_URI'];
  /** One that we start is new for each part: what the part before left in it makes it slow. */
  const onServer = async (part: (server: RunningMongoServer) => Promise<void>): Promise<void> => {
    const server = given === undefined ? await startMongoServer({ log: say }) : await givenServer(given);
    try {
      await part(server);
    } finally {
      await server.stop();
    }
  };
  const ran = new Set<string>();
  const told = (what: string, { name, version }: RunningMongoServer): void => {
    ran.add(`${name} ${version}`);
    say(`${what}: against ${name} ${version}`);
  };
  for (const suite of await findSuites()) {
    await onServer(async (server) => {
      told(suite.project, server);
      const code = await runJest(suite, server.uri, command.args);
      if (code !== 0) process.exitCode = code;
    });
  }
  await onServer(async (server) => {
    told('race with two engines, and on SQLite with one', server);
    for (const options of [{ say }, { say, mongoUri: server.uri }]) {
      if (!(await race(options))) process.exitCode = 1;
    }
  });
  await onServer(async (server) => {
    told('npm run demo', server);
    const code = await runDemo(server.uri);
    if (code !== 0) process.exitCode = code;
  });
  say(`MongoDB tests ran against ${[...ran].join(', ')}`);
};

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
