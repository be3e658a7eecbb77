import { createHash } from 'node:crypto';
import type { Random } from './random';
import { padded, sealedBlocks } from './sealed-blocks';

/**
 * Logins that must be refused in one and the same way, whoever exists. Every body is new. The wrong passwords of a run
 * must stay below what locks an account, for a lock is refused at once, by design.
 */
export type LoginClass = 'unknown user' | 'wrong password' | 'suspended user';

export interface LoginSubjects {
  /** Take turns, so that a run's wrong passwords are spread over them. */
  readonly users: readonly { readonly username: string }[];
  readonly suspended: { readonly username: string; readonly password: string };
}

export function loginBodies(
  random: Random,
  secret: string,
  { users, suspended }: LoginSubjects,
): Readonly<Record<LoginClass, () => string>> {
  const fresh = () => random.bytes(8).toString('hex');
  const attempt = (username: string, password: string): string => {
    const text = JSON.stringify({
      hashedUsername: sha256(username),
      hashedPassword: sha256(password),
      x: fresh(),
    });
    const sealed = sealedBlocks(padded(Buffer.from(text)), secret, random.bytes(8));
    return `{"ciphertext":"${sealed.toString('base64')}"}`;
  };
  return {
    'unknown user': () => attempt(`${fresh()}@example.com`, fresh()),
    'wrong password': () => attempt(users[random.below(users.length)]?.username ?? '', fresh()),
    'suspended user': () => attempt(suspended.username, suspended.password),
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
