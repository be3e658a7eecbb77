import { storeContract } from '../contract';
import { openStore } from '../open-store';
import { describeOnMongo } from './on-server';
import { temporaryDatabase, testDeps } from './temporary-database';

describeOnMongo('MongoDB store contract', (server) => {
  beforeAll(async () => {
    const database = await temporaryDatabase(server);
    const store = await openStore(database.url, testDeps);
    const { server: name, url } = store.description;
    await store.close();
    await database.dispose();
    process.stderr.write(`MongoDB store contract: ran against ${name} at ${url}\n`);
  });

  // The suite is about what is decided, not how fast: a loaded test machine must not turn slowness into refusals.
  storeContract('MongoDB', async () => {
    const database = await temporaryDatabase(server);
    return { ...database, open: () => database.open({ decisionMs: 20_000 }) };
  });
});
