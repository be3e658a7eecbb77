import { createConnection } from 'mongoose';
import { defineModels } from './models';
import { describeOnMongo } from './on-server';
import { temporaryDatabase } from './temporary-database';

describeOnMongo('receipts in MongoDB', (server) => {
  it('removes those whose time is over as others are put, and no others', async () => {
    const database = await temporaryDatabase(server);
    const store = await database.open({ decisionMs: 20_000 });
    const put = (name: string, until: number) =>
      store.putReceipt({ name, value: '', until, expectedVersion: 0 });
    const later = Date.now() + 600_000;
    await Promise.all(Array.from({ length: 50 }, (_, n) => put(`over-${n}`, n)));
    for (let n = 0; n < 64; n += 1) await put(`later-${n}`, later);
    const connection = await createConnection(database.url, {
      autoIndex: false,
      autoCreate: false,
    }).asPromise();
    const names = (await defineModels(connection).receipts.find().lean()).map(({ _id }) => _id);
    await connection.close();
    await database.dispose();
    expect(names).toHaveLength(64);
    expect(names.filter((name) => name.startsWith('over'))).toEqual([]);
  });
});
