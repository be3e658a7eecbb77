/** What the engine promises, through its handlers and on a real store: run for each store by the specs beside it. */
import { createHash, randomBytes } from 'node:crypto';
import { NOWHERE, isFault } from '@countersign/policy';
import type { AdminHandlers, CallContext, CallbackHandlers } from '@countersign/rpc';
import { createCountersigner } from '@countersign/salt';
import { verifyChain, type Store } from '@countersign/store';
import { createAggregates } from '../src/aggregates';
import { adminHandlers, callbackHandlers } from '../src/handlers';
import type { Passwords } from '../src/passwords';
import { createUsernameKey } from '../src/usernames';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const cause = { actor: 'test', reason: 'test' };
const x = 'a challenge';

interface World {
  readonly store: Store;
  readonly ask: CallbackHandlers;
  readonly admin: AdminHandlers;
  readonly checked: (string | undefined)[];
  readonly logged: object[];
  readonly clock: { now: number };
}

/** Counts what would have been hashed; the real thing is tested in passwords.spec.ts. */
const countingPasswords = (checked: (string | undefined)[]): Passwords => ({
  hash: async (password) => `hash of ${password}`,
  verify: async (stored, password) => {
    checked.push(stored);
    return stored === `hash of ${password}`;
  },
});

const context = (method: string, ms = 30_000): CallContext => ({
  method,
  peer: 'test',
  requestId: 'r-1',
  deadline: Date.now() + ms,
  signal: new AbortController().signal,
});

function world(store: Store): World {
  const checked: (string | undefined)[] = [];
  const logged: object[] = [];
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const log = {
    info: (fields: object) => void logged.push(fields),
    warn: () => undefined,
    error: () => undefined,
    child: () => log,
  };
  const deps = {
    ...createAggregates({ store, now: Date.now }),
    store,
    passwords: countingPasswords(checked),
    usernameKey: createUsernameKey('pepper'),
    countersigner: createCountersigner({ salt: 'salt', mode: 'derived' }),
    now,
    newId: () => randomBytes(24).toString('base64url'),
    balanceMaxAgeMs: 60_000,
    log,
    countDecision: () => undefined,
  };
  return { store, ask: callbackHandlers(deps), admin: adminHandlers(deps), checked, logged, clock };
}

async function populate({ admin, clock }: World, uid: string): Promise<void> {
  const at = context('Admin');
  await admin.enableChain({ cause, chainId: 'bitcoin', perTransaction: '1' }, at);
  await admin.enableChain({ cause, chainId: 'solana', perTransaction: '1' }, at);
  const hashes = { hashedUsername: sha256(uid), hashedPassword: sha256('password') };
  await admin.createUser({ cause, uid, role: 'signer', ...hashes }, at);
  await admin.addDestination({ cause, uid, chainId: 'bitcoin', address: 'addr', label: '' }, at);
  await admin.pushBalance({ cause, uid, chainId: 'bitcoin', amount: '1', asOfMs: clock.now }, at);
}

const registerPermit = async ({ admin }: World, uid: string, amount = '0.5'): Promise<string> => {
  const permit = { cause, uid, kind: 'transfer', chainId: 'bitcoin', amount, address: 'addr', lifetimeMs: 0 };
  return (await admin.registerPermit(permit, context('Admin'))).referenceId;
};

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
};

export function engineScenarios(open: () => Promise<Store>): void {
  let store: Store;
  let w: World;
  let uid = 0;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    w = world(store);
    await populate(w, `u-${(uid += 1)}`);
  });
  const me = () => `u-${uid}`;
  const register = (amount?: string) => registerPermit(w, me(), amount);
  const read = (referenceId: string, who = me()) =>
    w.ask.read({ uid: who, referenceId }, context('Callback.Read'));

  describe('verification', () => {
    const verify = (username: string, password: string) =>
      w.ask.userVerify(
        { hashedUsername: sha256(username), hashedPassword: sha256(password), x },
        context('Callback.UserVerify'),
      );

    it('gives the uid and one countersign per user and challenge', async () => {
      const first = await verify(me(), 'password');
      expect(first).toEqual({ uid: me(), key: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(await verify(me(), 'password')).toEqual(first);
    });

    it('takes the same path for an unknown user, a wrong password and a suspended user', async () => {
      expect(await codeOf(verify('nobody', 'password'))).toBe('unauthenticated');
      expect(await codeOf(verify(me(), 'wrong'))).toBe('unauthenticated');
      await w.admin.updateUser({ cause, uid: me(), role: '', status: 'suspended' }, context('Admin'));
      expect(await codeOf(verify(me(), 'password'))).toBe('unauthenticated');
      expect(w.checked).toHaveLength(3);
      expect(w.checked[0]).toBeUndefined();
    });

    it('keeps the countersign through a reset of the password', async () => {
      const { key } = await verify(me(), 'password');
      await w.admin.setCredentials({ cause, uid: me(), hashedPassword: sha256('new') }, context('Admin'));
      expect(await codeOf(verify(me(), 'password'))).toBe('unauthenticated');
      expect((await verify(me(), 'new')).key).toBe(key);
    });

    it('lets a username belong to one user', async () => {
      const again = {
        cause,
        uid: `${me()}-2`,
        role: 'signer',
        hashedUsername: sha256(me()),
        hashedPassword: sha256('p'),
      };
      expect(await codeOf(w.admin.createUser(again, context('Admin')))).toBe('already_exists');
    });

    it('knows machines, and only while machine and user are active', async () => {
      const machineId = `m-${uid}`;
      const verifyMachine = () => w.ask.machineVerify({ machineId, x }, context('Callback.MachineVerify'));
      expect(await codeOf(verifyMachine())).toBe('unauthenticated');
      await w.admin.createMachine({ cause, machineId, uid: me(), role: 'signer' }, context('Admin'));
      const { key } = await verifyMachine();
      expect(key).not.toBe((await verify(me(), 'password')).key);
      await w.admin.updateUser({ cause, uid: me(), role: '', status: 'suspended' }, context('Admin'));
      expect(await codeOf(verifyMachine())).toBe('unauthenticated');
    });
  });

  describe('/read', () => {
    it('grants a live permit, durably, and grants it again', async () => {
      const reference = await register();
      const first = await read(reference);
      expect(first.limits).toEqual([
        { chainId: 'bitcoin', balance: '1', limit: '0.5' },
        { chainId: 'solana', balance: '0', limit: '0' },
      ]);
      expect(first.destinations).toEqual([{ chainId: 'bitcoin', address: 'addr' }]);
      expect({ ...(await read(reference)), decisionId: '' }).toEqual({ ...first, decisionId: '' });
      const types = (await store.history('user', me())).map(({ type }) => type);
      expect(types.filter((type) => type === 'permit.read')).toHaveLength(1);
    });

    it('gives one answer to 50 at once, and commits one event', async () => {
      const reference = await register();
      const replies = await Promise.all(Array.from({ length: 50 }, () => read(reference)));
      expect(new Set(replies.map((reply) => JSON.stringify({ ...reply, decisionId: '' }))).size).toBe(1);
      expect(new Set(replies.map(({ decisionId }) => decisionId)).size).toBe(50);
      const types = (await store.history('user', me())).map(({ type }) => type);
      expect(types.filter((type) => type === 'permit.read')).toHaveLength(1);
    });

    it('decides 40 permits of one user at once without losing one', async () => {
      const references = await Promise.all(Array.from({ length: 40 }, () => register()));
      const replies = await Promise.all(references.map((reference) => read(reference)));
      expect(replies.every(({ limits }) => limits[0]?.limit === '0.5')).toBe(true);
      const events = await store.history('user', me());
      expect(events.filter(({ type }) => type === 'permit.read')).toHaveLength(40);
      expect(verifyChain(events)).toBeUndefined();
    });

    it('gives explicit zeros to a foreign, an unknown and no reference', async () => {
      const reference = await register();
      await populate(w, 'thief');
      const replies = [await read(reference, 'thief'), await read('unknown'), await read('')];
      for (const { limits, destinations } of replies) {
        expect(limits.map(({ limit }) => limit)).toEqual(['0', '0']);
        expect(destinations.map(({ address }) => address)).toEqual([NOWHERE, NOWHERE]);
      }
    });

    it('obeys a freeze at the very next read, and its end', async () => {
      const reference = await register();
      const limit = async () => (await read(reference)).limits[0]?.limit;
      for (const [scope, subject] of [
        ['user', me()],
        ['platform', ''],
        ['chain', 'bitcoin'],
      ] as const) {
        await w.admin.setFreeze({ cause, scope, subject, frozen: true }, context('Admin'));
        expect(await limit()).toBe('0');
        await w.admin.setFreeze({ cause, scope, subject, frozen: false }, context('Admin'));
        expect(await limit()).toBe('0.5');
      }
    });

    it('expires permits and balances', async () => {
      const reference = await register();
      w.clock.now += 15 * 60_000 - 1;
      expect((await read(reference)).limits[0]?.limit).toBe('0');
      await w.admin.pushBalance(
        { cause, uid: me(), chainId: 'bitcoin', amount: '1', asOfMs: w.clock.now },
        context('Admin'),
      );
      expect((await read(reference)).limits[0]?.limit).toBe('0.5');
      w.clock.now += 1;
      expect((await read(reference)).limits[0]?.limit).toBe('0');
    });

    it('lets a machine ask by its own id, and a freeze of it stops only it', async () => {
      const machineId = `m-${uid}`;
      await w.admin.createMachine({ cause, machineId, uid: me(), role: 'signer' }, context('Admin'));
      const reference = await register();
      expect((await read(reference, machineId)).limits[0]?.limit).toBe('0.5');
      await w.admin.setFreeze(
        { cause, scope: 'machine', subject: machineId, frozen: true },
        context('Admin'),
      );
      expect((await read(reference, machineId)).limits[0]?.limit).toBe('0');
      expect((await read(reference)).limits[0]?.limit).toBe('0.5');
    });

    it('refuses an unknown uid', async () => {
      expect(await codeOf(read('p', 'nobody'))).toBe('unauthenticated');
    });

    it('logs the decision with its rule, and no secret', async () => {
      await read(await register());
      expect(w.logged.at(-1)).toMatchObject({ rule: 'granted', uid: me(), requestId: 'r-1' });
    });

    it('answers nothing once the time is up', async () => {
      const late = w.ask.read({ uid: me(), referenceId: '' }, context('Callback.Read', -1));
      expect(['deadline', 'unavailable']).toContain(await codeOf(late));
    });
  });

  describe('/update', () => {
    const update = (payload: string) => w.ask.update({ payload }, context('Callback.Update'));

    it('keeps the payload exactly, once, however it is written again', async () => {
      const raw = `{ "uid": "${me()}", "amount": 1.10, "unknown": {"b":1,"a":"é"} }`;
      expect(await update(raw)).toEqual({ duplicate: false });
      expect(await update(raw)).toEqual({ duplicate: true });
      expect(await update(`{"unknown":{"a":"\\u00e9","b":1},"amount":1.10,"uid":"${me()}"}`)).toEqual({
        duplicate: true,
      });
      expect(await update(`{"unknown":{"a":"é","b":1},"amount":1.1,"uid":"${me()}"}`)).toEqual({
        duplicate: false,
      });
      const stored = await store.list<{ raw: string }>('notification', { where: { uid: me() }, limit: 10 });
      expect(stored.map(({ state }) => state.raw)).toContain(raw);
      expect(stored).toHaveLength(2);
    });

    it('keeps one of 20 at once', async () => {
      const payload = JSON.stringify({ uid: me(), n: 1 });
      const replies = await Promise.all(Array.from({ length: 20 }, () => update(payload)));
      expect(replies.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
      expect(await store.list('notification', { where: { uid: me() }, limit: 10 })).toHaveLength(1);
    });

    it.each(['', '5', '[]', '{}', '{"uid":5}', '{"destination":[]}', '{"destination":{"id":5}}', 'x'])(
      'refuses %s and keeps nothing',
      async (payload) => {
        const before = await store.list('notification', { limit: 1000 });
        expect(await codeOf(update(payload))).toBe('invalid');
        expect(await store.list('notification', { limit: 1000 })).toEqual(before);
      },
    );
  });

  describe('changes', () => {
    it('need an actor and a reason', async () => {
      for (const given of [null, { actor: '', reason: 'r' }, { actor: 'a', reason: '' }]) {
        const change = w.admin.enableChain(
          { cause: given, chainId: 'x', perTransaction: '1' },
          context('Admin'),
        );
        expect(await codeOf(change)).toBe('invalid');
      }
    });

    it('list, page and show users without their credentials', async () => {
      const page = await w.admin.listUsers(
        { status: 'active', role: 'signer', after: '', limit: 1 },
        context('Admin'),
      );
      expect(page.users).toHaveLength(1);
      expect(page.nextAfter).toBe(page.users[0]?.uid);
      const user = await w.admin.getUser({ uid: me() }, context('Admin'));
      expect(user).toMatchObject({ uid: me(), hasCredentials: true, status: 'active' });
      expect(JSON.stringify(user)).not.toContain('hash of');
    });

    it('keep user and machine ids apart', async () => {
      const machine = { cause, machineId: me(), uid: me(), role: 'signer' };
      expect(await codeOf(w.admin.createMachine(machine, context('Admin')))).toBe('already_exists');
      await w.admin.createMachine({ ...machine, machineId: `m-${uid}` }, context('Admin'));
      const user = { cause, uid: `m-${uid}`, role: 'signer', hashedUsername: '', hashedPassword: '' };
      expect(await codeOf(w.admin.createUser(user, context('Admin')))).toBe('already_exists');
    });

    it('put no credential into any event', async () => {
      const { events } = await w.admin.listEvents({ afterPosition: 0, limit: 1000 }, context('Admin'));
      expect(events.length).toBeGreaterThan(0);
      expect(JSON.stringify(events)).not.toContain('hash of');
    });
  });
}
