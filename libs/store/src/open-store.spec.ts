import { isFault } from '@countersign/policy';
import { openStore } from './open-store';
import { temporaryDatabase, testDeps } from './sqlite/temporary-database';

describe('openStore', () => {
  it('opens SQLite by its address', async () => {
    const database = await temporaryDatabase();
    const store = await openStore(`sqlite:${database.path}`, testDeps);
    expect(store.description).toEqual({
      server: expect.stringMatching(/^SQLite 3\.\d+\.\d+ /) as string,
      url: `sqlite:${database.path}`,
    });
    await store.close();
    await database.dispose();
  });

  it.each([
    '',
    'sqlite:',
    'postgres://u:hunter2@h/db',
    'MONGODB://u:hunter2@h',
    'hunter2',
    'mongodb+srv://u:hunter2@h/d',
  ])('refuses %j, naming the two forms and repeating nothing of it', async (url) => {
    const refusal: unknown = await openStore(url, testDeps).catch((error: unknown) => error);
    expect(isFault(refusal, 'invalid')).toBe(true);
    expect(String(refusal)).toContain('sqlite:<path>');
    expect(String(refusal)).toContain('mongodb://');
    expect(String(refusal)).not.toContain('hunter2');
  });

  it.each([
    'mongodb://u:hunt@er2@h:1/x',
    'mongodb://u:hunter2@:99999/x',
    'mongodb://u:hunter2@h/x?nonsense=1',
  ])('refuses the malformed address %s without its password', async (url) => {
    const refusal: unknown = await openStore(url, testDeps).catch((error: unknown) => error);
    expect(isFault(refusal, 'invalid')).toBe(true);
    expect(JSON.stringify([String(refusal), refusal])).not.toContain('er2');
  });

  it('is unavailable when nothing answers, within two seconds', async () => {
    const began = performance.now();
    const refusal: unknown = await openStore('mongodb://127.0.0.1:1/x', testDeps).catch(
      (error: unknown) => error,
    );
    expect(isFault(refusal, 'unavailable')).toBe(true);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
