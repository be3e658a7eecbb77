import { connect, serving } from './connect';
import { describeOnMongo } from './on-server';

describeOnMongo('a connection to MongoDB', (server) => {
  it('keeps its guarantees whatever the address asks for', async () => {
    const url = new URL(server);
    url.pathname = '/named';
    url.search =
      '?w=1&journal=false&readConcernLevel=local&readPreference=secondaryPreferred&retryWrites=false';
    const connection = await connect(url.href, serving);
    const { writeConcern, readConcern, readPreference, retryWrites } = connection.getClient().options;
    await connection.close();
    expect(writeConcern).toMatchObject({ w: 'majority', journal: true });
    expect(readConcern).toMatchObject({ level: 'majority' });
    expect(readPreference.mode).toBe('primary');
    expect(retryWrites).toBe(true);
  });

  it.each([
    ['/named', 'named'],
    ['/', 'countersign'],
    ['', 'countersign'],
  ])('uses the database of the address %j: %s', async (path, name) => {
    const connection = await connect(`mongodb://${new URL(server).host}${path}?directConnection=true`);
    const used = connection.name;
    await connection.close();
    expect(used).toBe(name);
  });
});
