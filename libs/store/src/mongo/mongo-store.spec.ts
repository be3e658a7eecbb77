import { storeContract } from '../contract';
import { openStore } from '../open-store';
import { temporaryDatabase, testDeps } from './temporary-database';

const server = process.env['MONGODB_URI'];

if (server === undefined) {
  process.stderr.write('MongoDB store contract: NOT RUN (set MONGODB_URI or run npm run test:mongo)\n');
  describe('the MongoDB store contract', () => {
    it('was not run, and nobody said that it must be (COUNTERSIGN_REQUIRE_MONGO)', () => {
      expect(process.env['COUNTERSIGN_REQUIRE_MONGO'] ?? '').not.toBe('1');
    });
  });
} else {
  beforeAll(async () => {
    const database = await temporaryDatabase(server);
    const store = await openStore(database.url, testDeps);
    const { server: name, url } = store.description;
    await store.close();
    await database.dispose();
    process.stderr.write(`MongoDB store contract: ran against ${name} at ${url}\n`);
  });

  storeContract('MongoDB', () => temporaryDatabase(server));
}
