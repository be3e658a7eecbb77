import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHotWallet } from '@countersign/hotwallet';
import { officeDay } from './acts/office-day';
import { createWorld } from './demo-world';
import { createPlatform } from './platform';
import { startStack } from './stack';
import { createTranscript } from './transcript';

/** The scripted day of `npm run demo`, with fewer balances: real processes, which are killed. */
test('a day of the admin service holds, whatever dies in it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'countersign-day-'));
  const said: string[] = [];
  const transcript = createTranscript((line) => said.push(line));
  const stack = await startStack({ dir, onEnd: (message) => said.push(message) });
  try {
    const platform = createPlatform(stack.admin);
    await createWorld(platform);
    const wallet = createHotWallet({ url: stack.url, secret: await readFile(stack.secretFile, 'utf8') });
    await officeDay({ stack, wallet, platform, transcript }, { balances: 1_000, dir });
    wallet.close();
  } finally {
    await stack.stop();
    await rm(dir, { recursive: true, force: true });
  }
  expect(transcript.failures() === 0 ? [] : said).toEqual([]);
}, 300_000);
