import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlatform, startStack } from '@countersign/dev';
import type { LoginSubjects } from './login-bodies';

/** A real engine and a real edge with a few users, in a folder that is removed in the end. */
export interface Stand {
  readonly url: string;
  readonly secret: string;
  readonly subjects: LoginSubjects;
  stop(): Promise<void>;
}

/** Nothing here may be turned away for being too much: that would be measured instead. */
const WIDE = {
  EDGE_SOURCE_PER_SECOND: '1000000',
  EDGE_SUBJECT_PER_MINUTE: '1000000',
  EDGE_LOGIN_FREE_FAILURES: '1000',
};
/** With this many the thousand free failures of each last for 8,000 wrong passwords. */
const USERS = 16;

export async function startStand(onEnd: (message: string) => void): Promise<Stand> {
  const dir = await mkdtemp(join(tmpdir(), 'countersign-timing-'));
  const remove = () => rm(dir, { recursive: true, force: true });
  try {
    const stack = await startStack({ dir, onEnd, env: { edge: WIDE } });
    const stop = () => stack.stop().finally(remove);
    try {
      const platform = createPlatform(stack.admin);
      const people = Array.from({ length: USERS + 1 }, (_, n) => ({
        uid: `timed-${n}`,
        login: { username: `timed-${n}@example.com`, password: `the password of ${n}` },
      }));
      for (const person of people) await platform.createUser(person);
      const [last, ...others] = people.reverse();
      if (last === undefined) throw new Error('there is nobody to suspend');
      await platform.suspendUser(last.uid);
      const secret = (await readFile(stack.secretFile, 'utf8')).trimEnd();
      const subjects = { users: others.map(({ login }) => login), suspended: last.login };
      return { url: stack.url, secret, subjects, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await remove();
    throw error;
  }
}
