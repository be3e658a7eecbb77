/** What the engine promises, through its handlers and on a real store: run for each store by the specs beside it. */
import { NOWHERE, type Decision } from '@countersign/policy';
import type { PolicyChange } from '@countersign/rpc';
import { verifyChain, type Store } from '@countersign/store';
import {
  cause,
  codeOf,
  context,
  limitOf,
  populate,
  registerPermit,
  sha256,
  world,
  x,
  type World,
} from './engine-world';

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
      await w.admin.updateUser(
        { cause, uid: me(), role: '', status: 'suspended', tier: '', noTier: false },
        context('Admin'),
      );
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
        tier: '',
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
      await w.admin.updateUser(
        { cause, uid: me(), role: '', status: 'suspended', tier: '', noTier: false },
        context('Admin'),
      );
      expect(await codeOf(verifyMachine())).toBe('unauthenticated');
    });
  });

  describe('/read', () => {
    it('grants a live permit, durably, and grants it again', async () => {
      const reference = await register();
      const first = await read(reference);
      expect(first.limits).toEqual([
        { chainId: 'a', balance: '10', limit: '0.5' },
        { chainId: 'b', balance: '0', limit: '0' },
      ]);
      expect(first.destinations).toEqual([{ chainId: 'a', address: 'addr' }]);
      expect(await read(reference)).toEqual(first);
      const types = (await store.history('user', me())).map(({ type }) => type);
      expect(types.filter((type) => type === 'permit.held')).toHaveLength(1);
    });

    it('gives one answer to 50 at once, and commits one event', async () => {
      const reference = await register();
      const replies = await Promise.all(Array.from({ length: 50 }, () => read(reference)));
      expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
      const types = (await store.history('user', me())).map(({ type }) => type);
      expect(types.filter((type) => type === 'permit.held')).toHaveLength(1);
    });

    it('grants exactly what fits of 40 permits read at once', async () => {
      const references = await Promise.all(Array.from({ length: 40 }, () => register()));
      const day = limitOf({ kind: 'calendar', unit: 'day', zone: 'UTC', max: '3.9' });
      await w.admin.setUserLimits({ cause, uid: me(), chainId: 'a', limits: [day] }, context('Admin'));
      const replies = await Promise.all(references.map((reference) => read(reference)));
      expect(replies.filter(({ limits }) => limits[0]?.limit === '0.5')).toHaveLength(7);
      expect(replies.filter(({ limits }) => limits[0]?.limit === '0')).toHaveLength(33);
      const events = await store.history('user', me());
      expect(events.filter(({ type }) => type === 'permit.held')).toHaveLength(7);
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
        ['chain', 'a'],
      ] as const) {
        await w.admin.setFreeze({ cause, scope, subject, frozen: true }, context('Admin'));
        expect(await limit()).toBe('0');
        await w.admin.setFreeze({ cause, scope, subject, frozen: false }, context('Admin'));
        expect(await limit()).toBe('0.5');
      }
    });

    it('expires balances and permits', async () => {
      const reference = await register();
      w.clock.now += 15 * 60_000 - 1;
      expect((await read(reference)).limits[0]?.limit).toBe('0');
      await w.admin.pushBalance(
        { cause, uid: me(), chainId: 'a', amount: '1', asOfMs: w.clock.now },
        context('Admin'),
      );
      expect((await read(reference)).limits[0]?.limit).toBe('0.5');
      w.clock.now += 1;
      expect((await read(reference)).limits[0]?.limit).toBe('0');
    });

    it('explains every answer, and the explanation can be looked up', async () => {
      const { decisionId } = await read(await register('1.5'));
      const { json } = await w.admin.getDecision({ decisionId }, context('Admin'));
      const decision = JSON.parse(json) as Decision;
      expect(decision).toMatchObject({
        id: decisionId,
        outcome: 'refused',
        rule: 'limit_exceeded',
        binding: { key: 'amount/transaction', layer: 'platform', max: '1' },
      });
      expect(decision.sentence).toContain('1.5 on a');
      const listed = await w.admin.listDecisions({ uid: me(), afterSeq: 0, limit: 0 }, context('Admin'));
      expect(listed.decisions).toEqual([{ decisionId, json }]);
      for (const unknown of ['', 'x', `${me()}#1`, `${me()}#999`, 'nobody#1', `${me()}#0`]) {
        expect(await codeOf(w.admin.getDecision({ decisionId: unknown }, context('Admin')))).toBe(
          'not_found',
        );
      }
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
      expect(w.logged.at(-1)).toMatchObject({ rule: 'granted', requestId: 'r-1' });
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
      const outcome = 'unknown';
      expect(await update(raw)).toEqual({ duplicate: false, outcome });
      expect(await update(raw)).toEqual({ duplicate: true, outcome });
      expect(await update(`{"unknown":{"a":"\\u00e9","b":1},"amount":1.10,"uid":"${me()}"}`)).toEqual({
        duplicate: true,
        outcome,
      });
      expect(await update(`{"unknown":{"a":"é","b":1},"amount":1.1,"uid":"${me()}"}`)).toEqual({
        duplicate: false,
        outcome,
      });
      const stored = await store.list<{ raw: string }>('notification', { where: { uid: me() }, limit: 10 });
      expect(stored.map(({ state }) => state.raw)).toContain(raw);
      expect(stored).toHaveLength(2);
    });

    it('settles the hold that a trusted notification names, once, with what was moved', async () => {
      const [first, second] = [await register(), await register()];
      await read(first);
      await read(second);
      const completed = JSON.stringify({ event: 'completed', uid: me(), reference: first, amount: '0.4' });
      expect(await update(completed)).toEqual({ duplicate: false, outcome: 'acted' });
      expect(await update(completed)).toEqual({ duplicate: true, outcome: 'acted' });
      const statusOf = async (referenceId: string) => {
        const permit = await w.admin.getPermit({ uid: me(), referenceId }, context('Admin'));
        return [permit.status, permit.movedAmount];
      };
      expect(await statusOf(first)).toEqual(['settled', '0.4']);
      expect(await statusOf(second)).toEqual(['held', '']);
      expect((await read(first)).limits[0]?.limit).toBe('0');
      const again = JSON.stringify({ event: 'completed', uid: me(), reference: first, amount: '0.5' });
      expect((await update(again)).outcome).toBe('late');
      const asked = { uid: me(), outcome: 'acted', after: '', limit: 0 };
      const { notifications, nextAfter } = await w.admin.listNotifications(asked, context('Admin'));
      expect(nextAfter).toBe('');
      expect(notifications).toEqual([
        expect.objectContaining({
          type: 'omnibus.transaction_completed',
          rule: 'completed',
          referenceId: first,
          payload: completed,
        }),
      ]);
    });

    it('shows notifications page by page, as many as a message can take', async () => {
      for (const n of [1, 2, 3]) await update(JSON.stringify({ uid: me(), n, text: 'x'.repeat(600_000) }));
      const digests: string[] = [];
      let after = '';
      do {
        const asked = { uid: me(), outcome: '', after, limit: 0 };
        const page = await w.admin.listNotifications(asked, context('Admin'));
        expect(page.notifications).toHaveLength(1);
        digests.push(...page.notifications.map(({ digest }) => digest));
        after = page.nextAfter;
      } while (after !== '');
      expect(new Set(digests).size).toBe(3);
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
      const named = ['cokeeps', 'CoKeeps', 'engine', 'ｅngine'].map((actor) => ({ actor, reason: 'r' }));
      for (const given of [null, { actor: '', reason: 'r' }, { actor: 'a', reason: '' }, ...named]) {
        const told = given && { ...given, idempotencyKey: '' };
        const change = w.admin.enableChain(
          { cause: told, chainId: 'x', limits: [limitOf({})], family: '', existing: false },
          context('Admin'),
        );
        expect(await codeOf(change)).toBe('invalid');
      }
    });

    it('are never told under a request id that only the engine gives', async () => {
      const freeze = (frozen: boolean) =>
        w.admin.setFreeze(
          { cause, scope: 'user', subject: me(), frozen },
          { ...context('Admin'), requestId: 'change:mine/0' },
        );
      await freeze(true);
      await freeze(false);
      const told = await w.store.history('user', me());
      expect(told.slice(-2).map(({ requestId }) => requestId)).toEqual(Array(2).fill('caller:change:mine/0'));
    });

    it('list, page and show users without their credentials', async () => {
      const page = await w.admin.listUsers(
        { status: 'active', role: 'signer', tier: '', holding: false, after: '', limit: 1 },
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
      const user = {
        cause,
        uid: `m-${uid}`,
        role: 'signer',
        tier: '',
        hashedUsername: '',
        hashedPassword: '',
      };
      expect(await codeOf(w.admin.createUser(user, context('Admin')))).toBe('already_exists');
    });

    it('put no credential into any event', async () => {
      const events = await store.history('user', me());
      expect(events.map(({ type }) => type)).toContain('user.created');
      expect(JSON.stringify(events)).not.toContain('hash of');
    });

    it('tell what applies to a user, and from which layer', async () => {
      const tierId = `t-${uid}`;
      const day = (max: string) => limitOf({ kind: 'calendar', unit: 'day', zone: 'UTC', max });
      const tier = { cause, tierId, mode: '', coolingOffMs: 5 };
      await w.admin.createTier(tier, context('Admin'));
      await w.admin.setTierLimits({ cause, tierId, chainId: 'a', limits: [day('5')] }, context('Admin'));
      await w.admin.updateUser(
        { cause, uid: me(), role: '', status: '', tier: tierId, noTier: false },
        context('Admin'),
      );
      const expiresAtMs = w.clock.now + 3_600_000;
      await w.admin.overrideLimit(
        { cause, uid: me(), chainId: 'a', limit: day('8'), expiresAtMs },
        context('Admin'),
      );
      const told = async () =>
        (await w.admin.getEffectiveLimits({ uid: me(), chainId: 'a' }, context('Admin'))).limits.map(
          ({ key, layer, limit }) => [key, layer, limit?.max],
        );
      const transaction = ['amount/transaction', 'platform', '1'];
      expect(await told()).toEqual([['amount/calendar/day/UTC/1', 'override', '8'], transaction]);
      w.clock.now += 3_600_000;
      expect(await told()).toEqual([['amount/calendar/day/UTC/1', 'tier', '5'], transaction]);
      expect(await w.admin.getTier({ tierId }, context('Admin'))).toMatchObject({
        mode: 'permit',
        coolingOffMs: 5,
      });
      const { tiers } = await w.admin.listTiers({ after: '', limit: 1000 }, context('Admin'));
      expect(tiers.map((one) => one.tierId)).toContain(tierId);
    });

    it('loosen only with a second person where the platform wants one', async () => {
      const at = () => context('Admin');
      const freeze = { scope: 'user', subject: me(), frozen: true };
      const unfreeze = { ...freeze, frozen: false };
      await w.admin.changeSettings({ cause, loosening: 'approved' }, at());
      await w.admin.setFreeze({ cause, ...freeze }, at());
      expect(await codeOf(w.admin.setFreeze({ cause, ...unfreeze }, at()))).toBe('forbidden');
      const proposed = async (change: PolicyChange) =>
        (await w.admin.proposeChange({ cause, change }, at())).changeId;
      const approve = (changeId: string, actor: string) =>
        codeOf(w.admin.approveChange({ cause: { ...cause, actor }, changeId }, at()));
      const unfreezing = await proposed({ setFreeze: { cause: null, ...unfreeze } });
      expect(await approve(unfreezing, cause.actor)).toBe('forbidden');
      expect(await approve(unfreezing, 'second')).toBe('ok');
      expect((await w.admin.getUser({ uid: me() }, at())).frozen).toBe(false);
      expect(await codeOf(w.admin.changeSettings({ cause, loosening: 'alone' }, at()))).toBe('forbidden');
      const alone = await proposed({ changeSettings: { cause: null, loosening: 'alone' } });
      expect(await approve(alone, 'second')).toBe('ok');
    });
  });
}
