import { PinMismatch } from '@countersign/salt';
import { checkPins, type PinsDeps } from './pins';

const strong = {
  salt: '9f2c1e7ab04d5863e1f7720c94ab3d5e6f81c0279ad34be5',
  pepper: '4b1d90fe27c3a8566d0e94f1b7325ac8',
};

function world(entries: Record<string, string> = {}) {
  const pins = new Map(Object.entries(entries));
  const warned: unknown[] = [];
  const deps: PinsDeps = {
    store: {
      pin: async (name, value) => {
        const kept = pins.get(name) ?? value;
        pins.set(name, kept);
        return kept;
      },
    },
    ...strong,
    mode: 'derived',
    log: { warn: (...line: unknown[]) => void warned.push(line) },
  };
  return { pins, warned, deps };
}

it('pins three fingerprints at the first start and finds them again', async () => {
  const { deps, pins, warned } = world();
  await checkPins(deps);
  const first = [...pins];
  expect(first.map(([name, value]) => [name, value.replace(/[0-9a-f]{64}$/, '…')])).toEqual([
    ['countersign salt', 'v1:derived:…'],
    ['countersign canaries', 'v1:canaries-derived:…'],
    ['username pepper', 'v1:username-pepper:…'],
  ]);
  await checkPins(deps);
  expect([...pins]).toEqual(first);
  expect(warned).toEqual([]);
});

it('gives canaries to a database from before there were any', async () => {
  const { deps, pins } = world();
  await checkPins(deps);
  const whole = [...pins];
  pins.delete('countersign canaries');
  await checkPins(deps);
  expect([...pins].sort()).toEqual(whole.sort());
});

it.each<[string, Partial<PinsDeps>, RegExp]>([
  [
    'salt',
    { salt: strong.pepper },
    /^countersign salt: .*not the value .* Put the first countersign salt back/,
  ],
  ['mode', { mode: 'shared' }, /^countersign salt: .*first started in mode "derived"/],
  ['pepper', { pepper: strong.salt }, /^username pepper: .*Put the first username pepper back/],
])('stops at another %s, and adds no pin for it', async (name, change, message) => {
  const { deps, pins } = world();
  await checkPins(deps);
  pins.delete('countersign canaries');
  const check = checkPins({ ...deps, ...change });
  await expect(check).rejects.toThrow(PinMismatch);
  await expect(check).rejects.toThrow(message);
  expect(pins.has('countersign canaries')).toBe(name === 'pepper');
});

it('stops when the canaries are not those of this database', async () => {
  const { deps } = world({ 'countersign canaries': `v1:canaries-derived:${'0'.repeat(64)}` });
  await expect(checkPins(deps)).rejects.toThrow(
    /^countersign canaries: the salt is the one .* Start the release/,
  );
});

it('tells of what is weak and serves with it, without showing it', async () => {
  const { deps, warned } = world();
  await checkPins({ ...deps, salt: 'hunter2', pepper: 'password' });
  expect(warned).toEqual([
    [{ what: 'countersign salt', problem: expect.any(String) }, 'can never change, and is weak'],
    [{ what: 'username pepper', problem: expect.any(String) }, 'can never change, and is weak'],
  ]);
  expect(JSON.stringify(warned)).not.toMatch(/hunter2|"password"/);
});
