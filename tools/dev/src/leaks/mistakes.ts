/**
 * What callers do wrong with secrets in their hands: hashes that were never encrypted, a token in a URL, a password's
 * hash with a letter too many. Nobody can keep them from it; but no process may then repeat the value in its reply or
 * write it down.
 */
import { randomUUID } from 'node:crypto';
import { buildNotification, type Exchange } from '@countersign/hotwallet';
import { isFault } from '@countersign/policy';
import { X, patiently, type Stage } from '../acts/stage';
import { address, alice, erin } from '../demo-world';
import type { Watch } from './watch';

export interface Mistakes {
  readonly made: number;
  /** Those that were not answered with a refusal. */
  readonly taken: readonly string[];
}

interface Mistake {
  readonly name: string;
  /** Resolves with whether it was refused. */
  readonly make: () => Promise<boolean>;
}

export async function makeMistakes(stage: Stage, watch: Watch): Promise<Mistakes> {
  const mistakes = [
    ...toTheEdge(stage, watch),
    ...(await toTheAdminService(stage, watch)),
    ...toTheEngine(stage, watch),
  ];
  const taken: string[] = [];
  for (const { name, make } of mistakes) if (!(await make())) taken.push(name);
  return { made: mistakes.length, taken };
}

/** Alice's, as they were enrolled. */
function hashesIn({ marks }: Watch) {
  const [hashedUsername = '', hashedPassword = ''] = (['hashedUsername', 'hashedPassword'] as const).map(
    (kind) =>
      marks
        .all()
        .find((mark) => mark.kind === kind)
        ?.bytes.toString(),
  );
  return { hashedUsername, hashedPassword };
}

function toTheEdge(stage: Stage, watch: Watch): readonly Mistake[] {
  const { wallet } = stage;
  const { hashedUsername, hashedPassword } = hashesIn(watch);
  const login = { hashedUsername, hashedPassword, x: X };
  const refused = async (call: () => Promise<Exchange>) =>
    (await patiently(stage, call)).outer?.success !== true;
  const sent = (name: string, members: unknown): Mistake => ({
    name,
    make: () => refused(() => wallet.send('user_verify', JSON.stringify(members))),
  });
  const posted = (name: string, path: string, body: string): Mistake => ({
    name,
    make: () => refused(() => wallet.raw(path, body)),
  });
  const subject = { uid: alice.uid, chainId: 'bitcoin', address, reference: X, amount: '1' };
  const notification = JSON.stringify(buildNotification('omnibus.transaction_completed', subject));
  watch.marks.add('update payload', notification);
  return [
    posted('a login that nobody encrypted', 'user_verify', JSON.stringify(login)),
    posted('the same as ciphertext', 'user_verify', JSON.stringify({ ciphertext: JSON.stringify(login) })),
    posted('a notification that nobody encrypted', 'update', notification),
    posted('hashes in the query', `user_verify?h=${hashedPassword}&x=${X}`, '{}'),
    posted('a hash for a path', hashedUsername, '{}'),
    { name: 'hashes in a GET', make: () => refused(() => wallet.raw(`read?h=${hashedPassword}`, '', 'GET')) },
    sent('a hash with a letter too many', { ...login, hashedPassword: `${hashedPassword}0` }),
    sent('a list of hashes', { ...login, hashedPassword: [hashedPassword] }),
    sent('x that is an object', { ...login, x: { [X]: X } }),
    {
      name: 'a login that breaks off',
      make: () => refused(() => wallet.send('user_verify', JSON.stringify(login).slice(0, -1))),
    },
  ];
}

async function toTheAdminService({ stack }: Stage, watch: Watch): Promise<readonly Mistake[]> {
  const hashes = hashesIn(watch);
  const token = await stack.token('a careless service', ['users:write', 'users:read']);
  const user = { uid: 'careless', role: 'signer', reason: 'a mistake', ...hashes };
  const refused = async (path: string, init: RequestInit) => {
    const response = await fetch(`${stack.adminUrl}/trpc/${path}`, init);
    watch.heard(`of the admin service, status ${response.status}`, await response.text());
    return !response.ok;
  };
  const posted = (name: string, body: string, authorization = `Bearer ${token}`): Mistake => ({
    name,
    make: () =>
      refused('users.create', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body,
      }),
  });
  const keyed = (members: object) => JSON.stringify({ ...user, idempotencyKey: randomUUID(), ...members });
  const altered = `${token.slice(0, -8)}${token.at(-8) === 'A' ? 'B' : 'A'}${token.slice(-7)}`;
  return [
    posted('a hash with a letter too many', keyed({ hashedPassword: `${hashes.hashedPassword}0` })),
    posted("another user's login", keyed({})),
    posted('a hash for the name of a member', keyed({ [hashes.hashedPassword]: 'x' })),
    posted('a body that breaks off', keyed({}).slice(0, -1)),
    posted('an altered token', keyed({}), `Bearer ${altered}`),
    posted('a token of another kind', keyed({}), `Basic ${token}`),
    { name: 'a token in the query', make: () => refused(`users.get?access_token=${token}`, {}) },
    { name: 'a token for a path', make: () => refused(token, { headers: { authorization: token } }) },
  ];
}

function toTheEngine({ stack }: Stage, watch: Watch): readonly Mistake[] {
  const { admin } = stack;
  const { hashedUsername, hashedPassword } = hashesIn(watch);
  const cause = () => ({ actor: 'careless', reason: 'a mistake', idempotencyKey: randomUUID() });
  const options = () => ({ requestId: randomUUID(), deadline: Date.now() + 5_000 });
  const user = { uid: 'careless', role: 'signer', hashedUsername, hashedPassword, tier: '' };
  const refused = (name: string, call: () => Promise<unknown>): Mistake => ({
    name,
    make: async () => {
      try {
        await call();
        return false;
      } catch (error) {
        if (!isFault(error)) throw error;
        watch.heard(`of the engine, ${error.code}`, JSON.stringify([error.message, error.details]));
        return true;
      }
    },
  });
  return [
    refused('a hash with a letter too many', () =>
      admin.createUser({ cause: cause(), ...user, hashedPassword: `${hashedPassword}0` }, options()),
    ),
    refused("another user's login", () => admin.createUser({ cause: cause(), ...user }, options())),
    refused('new credentials that are none', () =>
      admin.setCredentials(
        { cause: cause(), uid: erin.uid, hashedPassword: `${hashedPassword} ` },
        options(),
      ),
    ),
    refused('a hash for a uid', () => admin.getUser({ uid: hashedPassword.toUpperCase() }, options())),
  ];
}
