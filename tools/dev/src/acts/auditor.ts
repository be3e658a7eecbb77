import { spawn } from 'node:child_process';
import { open, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../bundle';
import { gapIn, type ReaderProcess } from '../reader-process';
import { until } from '../until';
import { endOfLog, pushesIn } from './ledger';
import type { Stage } from './stage';

const PATIENCE_MS = 120_000;

/** What the reader has of the day is whole, and an export proves itself to whoever has the public key. */
export async function auditorsDay(
  stage: Stage,
  reader: ReaderProcess,
  { balances, dir }: { readonly balances: number; readonly dir: string },
): Promise<void> {
  const { stack, transcript } = stage;
  transcript.act('The day ends: the reader has everything once, and an auditor takes the log away.');
  const auditor = stack.as('auditor', ['events:read', 'audit:checkpoint']);
  const total = await endOfLog(auditor);
  const events = await until(
    'the reader to have come to the end',
    async () => {
      const found = await reader.read();
      return found.length >= total ? found : undefined;
    },
    PATIENCE_MS,
  );
  await reader.kill();
  const gap = gapIn(events);
  transcript.check(
    `${events.length.toLocaleString('en')} events, no gap and no duplicate, over everything that died`,
    gap === undefined,
    gap,
  );
  const pushes = pushesIn(events);
  transcript.check('and still one for each balance that the ledger pushed', pushes === balances, pushes);

  const file = join(dir, 'export.ndjson');
  const key = join(dir, 'audit-key.pem');
  const { publicKey } = await auditor.events.auditKey.query();
  await writeFile(key, publicKey);
  const exported = await countersign(stage, ['audit', 'export', file]);
  transcript.say(exported.told);
  const verified = await countersign(stage, ['audit', 'verify', file, '--key', key]);
  transcript.say(verified.told);
  transcript.check('the export is proven, with the public key alone', verified.code === 0, verified.told);
  const at = await alterOneByte(file);
  const found = await countersign(stage, ['audit', 'verify', file, '--key', key]);
  transcript.say(found.told);
  transcript.check(`one byte of it is altered (number ${at}), and found`, found.code === 1, found.told);
}

/** The command line as an auditor runs it. `told` is the last thing it says. */
async function countersign({ stack }: Stage, args: readonly string[]) {
  const program = join(repositoryRoot, 'tools/cli/src/main.ts');
  const token = await stack.token('auditor', ['events:read', 'audit:checkpoint']);
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, COUNTERSIGN_URL: stack.adminUrl, COUNTERSIGN_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, told: text.trim().split('\n').at(-1) ?? '' };
}

/** In the middle of the file. Resolves with its place. */
async function alterOneByte(file: string): Promise<number> {
  const place = Math.floor((await stat(file)).size / 2);
  const handle = await open(file, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, place);
  await handle.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, place);
  await handle.close();
  return place;
}
