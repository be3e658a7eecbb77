import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHotWallet } from '@countersign/hotwallet';
import { alice, bitcoin, createWorld, frank } from '../demo-world';
import { createWatch } from '../leaks/watch';
import { createPlatform } from '../platform';
import { startStack } from '../stack';
import { createTranscript } from '../transcript';
import { machine } from './machine';
import { nothingLeaked } from './nothing-leaked';
import { suspectHold } from './suspect';
import { X, read, type Stage } from './stage';

/**
 * Real processes, in whose logs, database, events and pages a value of theirs is planted as a careless change would do
 * it. Exactly these are found, so the processes themselves have leaked nothing.
 */
test('the last act finds what was planted, and nothing else', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'countersign-leaks-'));
  const storeUrl = `sqlite:${join(dir, 'countersign.db')}`;
  const said: string[] = [];
  const transcript = createTranscript((line) => said.push(line));
  const started = await startStack({ dir, storeUrl, onEnd: (message) => said.push(message) });
  try {
    const watch = createWatch();
    const stack = await watch.stack(started);
    const platform = createPlatform(stack.admin, watch.platform);
    await createWorld(platform);
    const secret = await readFile(stack.secretFile, 'utf8');
    const wallet = createHotWallet({ url: stack.url, secret, witness: watch.wallet });
    const stage: Stage = { stack, wallet, platform, transcript };
    await wallet.userVerify({ username: alice.username, password: alice.password, x: X });
    await read(stage, alice.uid, await platform.registerPermit(bitcoin(alice.uid, '0.01')));
    await machine(stage);
    await suspectHold(stage);
    expect(transcript.failures() === 0 ? [] : said).toEqual([]);

    const [countersign = '', token = ''] = [
      watch.marks
        .all()
        .find(({ kind }) => kind === 'countersign')
        ?.bytes.toString(),
      await stack.token('somebody', ['events:read']),
    ];
    const salt = (await readFile(stack.secrets.salt, 'utf8')).trim();
    // To the engine this is a reason like any other: it goes into the event, and with it into the store.
    const cause = { actor: 'careless', reason: `for ${countersign}`, idempotencyKey: 'planted' };
    const options = { requestId: 'planted', deadline: Date.now() + 5_000 };
    await stack.admin.setFreeze({ cause, scope: 'user', subject: frank.uid, frozen: true }, options);
    await appendFile(join(dir, 'log/edge.log'), `{"headers":"Bearer ${token}"}\n`);
    await writeFile(join(dir, 'countersign.db-backup'), Buffer.from(salt, 'hex'));
    await writeFile(join(dir, 'core.1'), `\0\0${Buffer.from(secret.trim()).toString('base64')}`);
    watch.heard('of a stranger', JSON.stringify({ x: X }));
    await nothingLeaked(stage, { watch, dir, storeUrl });
    wallet.close();
  } finally {
    await started.stop();
    await rm(dir, { recursive: true, force: true });
  }

  const failed = said.filter((line) => line.includes('✗'));
  expect(failed).toEqual([expect.stringContaining('and nothing is found anywhere else')]);
  const told = said.at(-1) ?? '';
  const leaks = JSON.parse(told.replace(/^ *but: /, '')) as string[];
  expect([...new Set(leaks.map((leak) => leak.split(',')[0]))].sort()).toEqual([
    'AES secret (base64) in the file core.1',
    // Both what an auditor is told, as the search asks for it, and the reply in which it comes.
    'countersign (as it is) in the event log',
    'countersign (as it is) in the reply of the admin service',
    'countersign (as it is) in the store countersign.db',
    'countersign (as it is) in the store countersign.db-wal',
    'salt (its bytes as they are) in the store countersign.db-backup',
    'token (as it is) in the log log/edge.log',
    'x (as it is) in the reply of a stranger',
  ]);
  expect(told).not.toContain(X);
}, 300_000);
