import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNewFiles } from './new-files';

it('takes everything away again when the person interrupts before the end', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'countersign-new-files-'));
  const folder = join(dir, 'folder');
  const interrupt = new AbortController();
  const seen: string[] = [];
  const written = writeNewFiles(
    ['a', 'b'].map((name) => ({ path: join(folder, name), content: name })),
    {
      signal: interrupt.signal,
      folder,
      check: async () => {
        seen.push(...(await readdir(folder)));
        interrupt.abort(new Error('enough'));
      },
    },
  );
  await expect(written).rejects.toThrow('enough');
  expect(seen.sort()).toEqual(['a', 'b']);
  expect(await readdir(dir)).toEqual([]);
  await rm(dir, { recursive: true });
});
