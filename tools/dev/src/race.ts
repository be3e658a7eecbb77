import { Command } from 'commander';
import { startMongoServer } from './mongo-server';
import { race } from './race/run';

/** The race by itself; `npm run test:mongo` runs it on both stores. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function onMongo(uri: string | true): Promise<boolean> {
  if (uri !== true) return race({ mongoUri: uri, say });
  const server = await startMongoServer({ log: say });
  try {
    return await race({ mongoUri: server.uri, say });
  } finally {
    await server.stop();
  }
}

async function main(): Promise<void> {
  const command = new Command('race')
    .description(
      'Reads 200 permits of one user at once, of which a cap admits 37, and checks that exactly 37 are granted. ' +
        'Without options: on SQLite in a temporary folder, with one engine. Ends with 0 only if everything held.',
    )
    .option(
      '--mongo [uri]',
      'with two engines, in a database of its own on the MongoDB-protocol server at this address, or on one started for it',
    )
    .parse();
  const { mongo } = command.opts<{ mongo?: string | true }>();
  const held = mongo === undefined ? await race({ say }) : await onMongo(mongo);
  if (!held) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
