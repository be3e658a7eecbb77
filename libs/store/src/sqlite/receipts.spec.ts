import { connect } from './connection';
import { temporaryDatabase } from './temporary-database';

it('removes receipts whose time is over as others are put, and no others', async () => {
  const database = await temporaryDatabase();
  const store = await database.open();
  const put = (name: string, until: number) =>
    store.putReceipt({ name, value: '', until, expectedVersion: 0 });
  const later = Date.now() + 60_000;
  for (let n = 0; n < 80; n += 1) await put(`over-${n}`, n);
  for (let n = 0; n < 20; n += 1) await put(`later-${n}`, later);
  const connection = connect(database.path);
  const names = connection.rows<{ name: string }>('SELECT name FROM receipts').map(({ name }) => name);
  connection.close();
  expect(names).toHaveLength(20);
  expect(names.filter((name) => name.startsWith('over'))).toEqual([]);
  await database.dispose();
});
