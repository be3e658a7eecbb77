/**
 * A process to be killed: commits without end to the store at argv[2], several at a time, and prints one line
 * "id revision" for each commit after it was acknowledged, straight to the file descriptor, so that what was printed
 * was acknowledged and nothing waits in a buffer.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { isFault } from '@countersign/policy';
import { openStore } from '../open-store';

const writers = 16;

const main = async (url: string): Promise<void> => {
  const store = await openStore(url, { now: Date.now, newId: randomUUID });
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; ;) {
      const id = `u${writer}-${Math.floor(n / 10)}`;
      try {
        const revision = await store.commit({
          kind: 'user',
          id,
          expectedRevision: n % 10,
          state: { n },
          keys: { username: id },
          events: [
            { type: 'user.changed', data: { n, part: 1 } },
            { type: 'user.changed', data: { n, part: 2 } },
          ],
          cause: { actor: 'committer', reason: 'crash test', requestId: String(n) },
          at: Date.now(),
        });
        writeSync(1, `${id} ${revision}\n`);
        n++;
      } catch (error) {
        // A slow server: not acknowledged, effect unknown. The next try is refused if it took effect after all.
        if (isFault(error, 'conflict')) n++;
        else if (!isFault(error, 'unavailable')) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
};

main(process.argv[2] ?? '').catch((error: unknown) => {
  writeSync(2, `${String(error)}\n`);
  process.exit(1);
});
