import { checkCanaries } from './canary';
import { createCountersigner, saltModes, type Countersigner, type SaltSettings } from './countersign';
import { PinMismatch } from './pin';

const salt = '0123456789abcdef0123456789abcdef';

// Frozen: computed with Python's hmac, hashlib.sha256 and hashlib.scrypt. They may never be edited.
const frozen = {
  derived: 'v1:canaries-derived:345e35059dd9219cfc5ee1790f655c7f48b71f9232cb28052cb27ccd71b48121',
  shared: 'v1:canaries-shared:e5972be97d031d5a9f5d570fac80e6eb305209af6b8d317b4adefed6885afd6f',
};

/** The right salt, and one thing about it that another program could do. */
const changed: Record<string, (right: Countersigner) => Countersigner> = {
  'upper-case keys': ({ forUser, forMachine }) => ({
    forUser: (id, x) => forUser(id, x).toUpperCase(),
    forMachine: (id, x) => forMachine(id, x).toUpperCase(),
  }),
  'trimmed x': ({ forUser, forMachine }) => ({
    forUser: (id, x) => forUser(id, x.trim()),
    forMachine: (id, x) => forMachine(id, x.trim()),
  }),
  'normalised x': ({ forUser, forMachine }) => ({
    forUser: (id, x) => forUser(id, x.normalize('NFC')),
    forMachine: (id, x) => forMachine(id, x.normalize('NFC')),
  }),
  'lone surrogates left out': ({ forUser, forMachine }) => ({
    forUser: (id, x) => forUser(id, x.replace(/\p{Surrogate}/gu, '')),
    forMachine: (id, x) => forMachine(id, x.replace(/\p{Surrogate}/gu, '')),
  }),
  'Latin-1 instead of UTF-8': ({ forUser, forMachine }) => ({
    forUser: (id, x) => forUser(id, Buffer.from(x, 'latin1').toString('latin1')),
    forMachine: (id, x) => forMachine(id, Buffer.from(x, 'latin1').toString('latin1')),
  }),
  'a cut x': ({ forUser, forMachine }) => ({
    forUser: (id, x) => forUser(id, x.slice(0, 9_999)),
    forMachine: (id, x) => forMachine(id, x),
  }),
};
const changedWhenDerived: typeof changed = {
  'a machine as a user': ({ forUser }) => ({ forUser, forMachine: forUser }),
  'lower-case ids': ({ forUser, forMachine }) => ({
    forUser: (id, x) => forUser(id.toLowerCase(), x),
    forMachine: (id, x) => forMachine(id.toLowerCase(), x),
  }),
  'normalised ids': ({ forUser, forMachine }) => ({
    forUser: (id, x) => forUser(id.normalize('NFC'), x),
    forMachine: (id, x) => forMachine(id.normalize('NFC'), x),
  }),
  'a cut id': ({ forUser, forMachine }) => ({
    forUser: (id, x) => forUser(id.slice(0, 255), x),
    forMachine: (id, x) => forMachine(id, x),
  }),
};

const storeOf = (entries: Record<string, string> = {}) => {
  const pins = new Map(Object.entries(entries));
  const pin = async (name: string, value: string): Promise<string> => {
    const kept = pins.get(name) ?? value;
    pins.set(name, kept);
    return kept;
  };
  return { pin, pins };
};

describe.each(saltModes)('the canaries, %s', (mode) => {
  const settings = { create: createCountersigner, salt, mode };
  const enrolled = { 'countersign canaries': frozen[mode] };
  const changes = { ...changed, ...(mode === 'derived' && changedWhenDerived) };

  it('are pinned at the first start as one frozen fingerprint, and found again', async () => {
    const { pin, pins } = storeOf();
    await checkCanaries({ ...settings, pin });
    await checkCanaries({ ...settings, pin });
    expect([...pins]).toEqual(Object.entries(enrolled));
  });

  it.each(Object.keys(changes))('find %s before anything is pinned, and say what to do', async (name) => {
    const create = (given: SaltSettings) => {
      const right = createCountersigner(given);
      return changes[name]?.(right) ?? right;
    };
    const { pin, pins } = storeOf();
    const check = checkCanaries({ ...settings, create, pin });
    await expect(check).rejects.toThrow(PinMismatch);
    await expect(check).rejects.toThrow(
      /this program derives other countersigns than it must.*Start the release that served here before/,
    );
    expect([...pins]).toEqual([]);
  });

  it('find a program that is right about every salt but the real one, and stay as they were', async () => {
    const create = (given: SaltSettings) =>
      createCountersigner(given.salt === salt ? { ...given, salt: `${salt} ` } : given);
    const { pin, pins } = storeOf(enrolled);
    const check = checkCanaries({ ...settings, create, pin });
    await expect(check).rejects.toThrow(PinMismatch);
    await expect(check).rejects.toThrow(
      /the salt is the one .*this program derives other countersigns from it.*Start the release/,
    );
    expect([...pins]).toEqual(Object.entries(enrolled));
  });

  it('are not taken for checked when the store fails', async () => {
    const pin = () => Promise.reject(new Error('store gone'));
    await expect(checkCanaries({ ...settings, pin })).rejects.toThrow('store gone');
  });
});
