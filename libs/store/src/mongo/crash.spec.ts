import { expectNothingLost, killInTheMiddle } from '../crash/kill-in-the-middle';
import { describeOnMongo } from './on-server';
import { temporaryDatabase } from './temporary-database';

describeOnMongo('a MongoDB store whose process is killed', (server) => {
  it('has every one of more than 2,000 acknowledged commits, and relays the events that were left', async () => {
    const database = await temporaryDatabase(server);
    const acknowledged = await killInTheMiddle(database.url, 2000);
    expect(acknowledged.count).toBeGreaterThanOrEqual(2000);
    await expectNothingLost(await database.open({ decisionMs: 20_000 }), acknowledged);
    await database.dispose();
  }, 600_000);
});
