import { expectNothingLost, killInTheMiddle } from '../crash/kill-in-the-middle';
import { temporaryDatabase } from './temporary-database';

describe('a SQLite store whose process is killed', () => {
  it('has every one of more than 2,000 acknowledged commits', async () => {
    const database = await temporaryDatabase();
    const first = await killInTheMiddle(`sqlite:${database.path}`, 2000);
    expect(first.count).toBeGreaterThanOrEqual(2000);
    const store = await database.open();
    await expectNothingLost(store, first);
    expect(
      await store.commit({
        kind: 'user',
        id: 'after',
        expectedRevision: 0,
        state: null,
        events: [],
        cause: { actor: 'a', reason: '', requestId: '' },
        at: 0,
      }),
    ).toBe(1);
    await database.dispose();
  }, 60_000);
});
