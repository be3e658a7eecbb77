import { describeOnMongo, temporaryDatabase, type TemporaryDatabase } from '@countersign/store/testing';
import { onceScenarios } from './once-scenarios';

describeOnMongo('once on MongoDB', (server) => {
  let database: TemporaryDatabase;
  beforeAll(async () => {
    database = await temporaryDatabase(server);
  });
  afterAll(() => database.dispose());

  onceScenarios(() => database.open());
});
