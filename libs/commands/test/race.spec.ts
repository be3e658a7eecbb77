import type { User } from '@countersign/policy';
import { verifyHistory } from '@countersign/store';
import { call, createEngine, databases, permit, withAda, type Database, type Engine } from './world';

describe.each(databases)('%s', (_, open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  afterEach(() => database.dispose());

  /** The same 200 permits, each read once, all at once, by the engines in turn. */
  async function readAll(engines: readonly Engine[]): Promise<readonly string[]> {
    const [first] = engines;
    if (first === undefined) throw new Error('no engine');
    await withAda(first, '37');
    const permits: string[] = [];
    for (let i = 0; i < 200; i += 1) permits.push(await permit(first, '1'));
    return Promise.all(
      permits.map(async (referenceId, i) => {
        const { commands } = engines[i % engines.length] ?? first;
        const { rule, reply } = await commands.read(call, { uid: 'ada', referenceId });
        expect(reply.limits.map(({ limit }) => limit)).toEqual([rule === 'granted' ? '1' : '0']);
        return rule;
      }),
    );
  }

  it.each([1, 2])(
    'grants 37 of 200 parallel reads under a cap of 37, by %d engine(s)',
    async (count) => {
      const engines: Engine[] = [];
      for (let i = 0; i < count; i += 1) engines.push(createEngine(await database.open()));
      const rules = await readAll(engines);
      expect(rules.filter((rule) => rule === 'granted')).toHaveLength(37);
      expect(rules.filter((rule) => rule === 'limit_exceeded')).toHaveLength(163);
      const store = await database.open();
      const user = (await store.get<User>('user', 'ada'))?.state;
      expect(user?.permits.filter(({ hold }) => hold !== null)).toHaveLength(37);
      expect(await verifyHistory(store, 'user', 'ada')).toBeUndefined();
    },
    60_000,
  );

  it('places one hold when one permit is read 50 times at once, by two engines', async () => {
    const engines = [createEngine(await database.open()), createEngine(await database.open())] as const;
    await withAda(engines[0], '1');
    const referenceId = await permit(engines[0], '1');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        engines[i % 2 === 0 ? 0 : 1].commands.read(call, { uid: 'ada', referenceId }),
      ),
    );
    expect(new Set(answers.map(({ decisionId }) => decisionId)).size).toBe(1);
    expect(answers.filter(({ rule }) => rule === 'granted')).toHaveLength(1);
    expect(answers.filter(({ rule }) => rule === 'granted_again')).toHaveLength(49);
    const history = await engines[0].store.history('user', 'ada');
    expect(history.filter(({ type }) => type === 'permit.held')).toHaveLength(1);
  });

  it('settles once what is settled 20 times at once, by two engines', async () => {
    const engines = [createEngine(await database.open()), createEngine(await database.open())] as const;
    await withAda(engines[0]);
    const id = await permit(engines[0], '1');
    await engines[0].commands.read(call, { uid: 'ada', referenceId: id });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        engines[i % 2 === 0 ? 0 : 1].commands.settlePermit(call, 'ada', id, null),
      ),
    );
    const user = (await engines[0].store.get<User>('user', 'ada'))?.state;
    expect(user?.usage.map(({ history }) => history.at(-1)?.slice(1))).toEqual([['1', 1]]);
  });
});
