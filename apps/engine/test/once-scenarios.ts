/** What a call with an idempotency key promises, through the handlers and on a real store: run for each store. */
import type { CallContext, Cause } from '@countersign/rpc';
import type { Store } from '@countersign/store';
import { codeOf, context, populate, sha256, world, type World } from './engine-world';

const causeOf = (part: Partial<Cause> = {}): Cause => ({
  actor: 'ledger',
  reason: 'test',
  idempotencyKey: 'key-1',
  ...part,
});

export function onceScenarios(open: () => Promise<Store>): void {
  let stores: Store[];
  let w: World;
  let uid = 0;
  let asOfMs = 0;
  const opened = async (): Promise<World> => {
    const store = await open();
    stores.push(store);
    return world(store);
  };
  beforeEach(async () => {
    stores = [];
    w = await opened();
    asOfMs = w.clock.now;
    await populate(w, `once-${(uid += 1)}`);
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
  });
  const me = () => `once-${uid}`;
  /** Keys belong to an actor, and each test has one of its own. */
  const actor = () => `ledger-${uid}`;
  const by = (part: Partial<Cause> = {}): Cause => causeOf({ actor: actor(), ...part });
  const at = (requestId = 'r-1'): CallContext => ({ ...context('Admin'), requestId });
  const push = (amount: string, cause = by(), on = w) =>
    on.admin.pushBalance({ cause, uid: me(), chainId: 'a', amount, asOfMs }, at());
  const freeze = (frozen: boolean, cause: Cause, on = w) =>
    on.admin.setFreeze({ cause, scope: 'user', subject: me(), frozen }, at());
  const events = async () => (await w.store.history('user', me())).length;

  it('has its effect once, and gives its first result again', async () => {
    const before = await events();
    const first = await push('5');
    expect(await push('5')).toEqual(first);
    await push('6', by({ idempotencyKey: 'key-2' }));
    expect(await push('5')).toEqual(first);
    expect(await events()).toBe(before + 2);
    const { balances } = await w.admin.getUser({ uid: me() }, at());
    expect(balances.map(({ amount }) => amount)).toEqual(['6']);
  });

  it('may come with another request id, and is told by its first one', async () => {
    const intent = { kind: 'transfer', chainId: 'a', amount: '1', address: 'addr', tag: '', lifetimeMs: 0 };
    const register = (requestId: string) =>
      w.admin.registerPermit({ cause: by(), uid: me(), ...intent }, at(requestId));
    const first = await register('first');
    expect(await register('second')).toEqual(first);
    const last = (await w.store.history('user', me())).at(-1);
    expect(last?.requestId).toMatch(/^first\/[0-9a-f]{16}$/);
  });

  it('is refused with any other input, and changes nothing', async () => {
    await push('5');
    const before = await events();
    expect(await codeOf(push('6'))).toBe('conflict');
    expect(await codeOf(push('5', by({ reason: 'another' })))).toBe('conflict');
    expect(await codeOf(push('5', by({ expectedRevision: 3 })))).toBe('conflict');
    expect(await codeOf(freeze(true, by()))).toBe('conflict');
    const revoke = { cause: by(), uid: me(), chainId: 'a', address: 'addr', tag: '' };
    expect(await codeOf(w.admin.revokeDestination(revoke, at()))).toBe('conflict');
    expect(await events()).toBe(before);
  });

  it('does not take what differs in its method alone for the same', async () => {
    const place = { cause: by(), uid: me(), chainId: 'a', address: 'addr', tag: '' };
    await w.admin.revokeDestination(place, at());
    expect(await codeOf(w.admin.waiveCoolingOff(place, at()))).toBe('conflict');
  });

  it('leaves the same key to every other actor', async () => {
    const first = await push('5');
    const other = await push('6', by({ actor: `${actor()}-2` }));
    expect(other.revision).toBe(first.revision + 1);
  });

  it('is remembered by an engine that was started anew', async () => {
    const first = await push('5');
    for (const store of stores.splice(0)) await store.close();
    w = await opened();
    expect(await push('5')).toEqual(first);
    expect(await codeOf(push('6'))).toBe('conflict');
  });

  it('is remembered by every engine on the same store, also when they are asked at once', async () => {
    const other = await opened();
    const before = await events();
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, n) => push('5', by(), n % 2 === 0 ? w : other)),
    );
    expect(new Set(made.map(({ revision }) => revision)).size).toBe(1);
    expect(await events()).toBe(before + 1);
  });

  it('creates one user, though the password is hashed anew each time', async () => {
    const hashes = { hashedUsername: sha256(`new-${me()}`), hashedPassword: sha256('password') };
    const create = (hashedPassword = hashes.hashedPassword) =>
      w.admin.createUser(
        { cause: by(), uid: `new-${me()}`, role: 'signer', tier: '', ...hashes, hashedPassword },
        at(),
      );
    const first = await create();
    expect(await create()).toEqual(first);
    expect(await codeOf(create(sha256('another')))).toBe('conflict');
  });

  it('keeps nothing of the inputs that could be tried against', async () => {
    const hashedPassword = sha256('password');
    const names: string[] = [];
    const values: string[] = [];
    const watched: Store = {
      ...w.store,
      putReceipt: (receipt, options) => {
        names.push(receipt.name);
        values.push(receipt.value);
        return w.store.putReceipt(receipt, options);
      },
    };
    await world(watched).admin.setCredentials({ cause: by(), uid: me(), hashedPassword }, at());
    expect(names).toEqual([expect.stringMatching(/^call:[0-9a-f]{64}$/)]);
    expect(values).toHaveLength(1);
    const inputs = (JSON.parse(values[0] ?? '') as { inputs: string }).inputs;
    const request = { uid: me(), hashedPassword };
    for (const text of [
      hashedPassword,
      JSON.stringify(request),
      JSON.stringify(['setCredentials', { reason: 'test' }, request]),
    ]) {
      expect(inputs).not.toBe(sha256(text));
      expect(values[0]).not.toContain(hashedPassword);
    }
  });

  it.each(['', 'a b', 'ä', 'x'.repeat(129), '\n'])('takes %j for no key', async (idempotencyKey) => {
    const before = await events();
    const code = idempotencyKey === '' ? 'ok' : 'invalid';
    expect(await codeOf(push('5', by({ idempotencyKey })))).toBe(code);
    expect(await codeOf(push('6', by({ idempotencyKey })))).toBe(code);
    expect(await events()).toBe(before + (code === 'ok' ? 2 : 0));
  });

  it('tells the current revision where another one was expected', async () => {
    const { revision } = await freeze(true, by({ idempotencyKey: '' }));
    const stale = freeze(false, by({ idempotencyKey: '', expectedRevision: revision - 1 }));
    await expect(stale).rejects.toMatchObject({ code: 'conflict', revision });
    const lifted = await freeze(false, by({ expectedRevision: revision }));
    expect(lifted).toEqual({ revision: revision + 1 });
    await freeze(true, by({ idempotencyKey: 'key-2' }));
    expect(await freeze(false, by({ expectedRevision: revision }))).toEqual(lifted);
    expect((await w.admin.getUser({ uid: me() }, at())).frozen).toBe(true);
  });

  it('holds for what is proposed and drafted as well', async () => {
    const change = { changeSettings: { cause: null, loosening: '', balanceMaxAgeMs: 120_000 } };
    const propose = () => w.admin.proposeChange({ cause: by(), change }, at());
    const first = await propose();
    expect((await propose()).changeId).toBe(first.changeId);
    const { document } = await w.admin.getPolicy({ version: 0 }, at());
    const draft = () => w.admin.draftPolicy({ cause: by({ idempotencyKey: 'draft' }), document }, at());
    const drafted = await draft();
    await w.admin.draftPolicy({ cause: by({ idempotencyKey: 'draft-2' }), document }, at());
    expect((await draft()).version).toBe(drafted.version);
  });

  describe('a token', () => {
    const spend = (tokenId: string, part: object = {}, on = w) =>
      on.admin.spendToken(
        { issuer: 'issuer', tokenId, expiresAtMs: w.clock.now + 60_000, use: '', ...part },
        at(),
      );

    it('is spent once, by one of many at once, and per issuer', async () => {
      const other = await opened();
      const told = await Promise.all(
        Array.from({ length: 10 }, (_, n) => spend(me(), {}, n % 2 === 0 ? w : other)),
      );
      expect(told.filter(({ spent }) => !spent)).toHaveLength(1);
      expect(await spend(me())).toEqual({ spent: true });
      expect(await spend(me(), { issuer: 'another' })).toEqual({ spent: false });
      expect(await spend(`${me()}-2`)).toEqual({ spent: false });
    });

    it('may be used again for the very same, and for nothing else', async () => {
      const other = await opened();
      expect(await spend(me(), { use: 'approve 1' })).toEqual({ spent: false });
      expect(await spend(me(), { use: 'approve 1' }, other)).toEqual({ spent: false });
      expect(await spend(me(), { use: 'approve 2' })).toEqual({ spent: true });
      expect(await spend(me())).toEqual({ spent: true });
      expect(await spend(me(), { use: 'approve 1' })).toEqual({ spent: false });
    });

    it('stays spent while a call with it may be under way, when it has expired by then', async () => {
      const expired = { expiresAtMs: w.clock.now - 1 };
      expect(await spend(me(), expired)).toEqual({ spent: false });
      expect(await spend(me(), expired)).toEqual({ spent: true });
    });

    it.each([
      ['no issuer', { issuer: '' }],
      ['no id', { tokenId: '' }],
      ['a long use', { use: 'x'.repeat(513) }],
      ['a long id', { tokenId: 'x'.repeat(1025) }],
      ['no expiry', { expiresAtMs: 0 }],
      ['what is no time', { expiresAtMs: NaN }],
      ['an expiry too far away', { expiresAtMs: 9e15 }],
    ])('is refused with %s', async (_, part) => {
      expect(await codeOf(spend(me(), part))).toBe('invalid');
    });
  });

  describe('a cursor', () => {
    const get = async (name = me(), on = w) => (await on.admin.getCursor({ name }, at())).position;
    const move = async (position: number, name = me(), on = w) =>
      (await on.admin.moveCursor({ name, position }, at())).position;

    it('starts before the first event, moves on, and never back', async () => {
      expect(await get()).toBe(0);
      expect(await move(7)).toBe(7);
      expect(await move(3)).toBe(7);
      expect(await get(me(), await opened())).toBe(7);
      expect(await get(`${me()}-2`)).toBe(0);
    });

    it('is at the furthest of many places that it is moved to at once', async () => {
      const other = await opened();
      const places = Array.from({ length: 12 }, (_, n) => ((n * 7) % 12) + 1);
      await Promise.all(places.map((place, n) => move(place, me(), n % 2 === 0 ? w : other)));
      expect(await get()).toBe(12);
    });

    it('is refused where it is none', async () => {
      expect(await codeOf(get(''))).toBe('invalid');
      expect(await codeOf(get('a b'))).toBe('invalid');
      for (const position of [-1, 0.5, NaN, 2 ** 60]) expect(await codeOf(move(position))).toBe('invalid');
      expect(await get()).toBe(0);
    });
  });
}
