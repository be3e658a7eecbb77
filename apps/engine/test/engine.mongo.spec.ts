import { describeOnMongo, temporaryDatabase, type TemporaryDatabase } from '@countersign/store/testing';
import { engineScenarios } from './scenarios';

describeOnMongo('engine on MongoDB', (server) => {
  let database: TemporaryDatabase;
  beforeAll(async () => {
    database = await temporaryDatabase(server);
  });
  afterAll(() => database.dispose());

  engineScenarios(() => database.open());
});
