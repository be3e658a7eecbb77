import { describeOnMongo, temporaryDatabase, type TemporaryDatabase } from '@countersign/store/testing';
import { evidenceScenarios } from './evidence-scenarios';

describeOnMongo('evidence on MongoDB', (server) => {
  let database: TemporaryDatabase;
  beforeAll(async () => {
    database = await temporaryDatabase(server);
  });
  afterAll(() => database.dispose());

  evidenceScenarios(() => database.open());
});
