import { rootLockFile } from './app-folder';
import { appPackages, appsOf, fetchedNames } from './app-packages';
import type { LockEntry } from './lock-file';

const integrity = `sha512-${'A'.repeat(86)}==`;
const at = (version: string, more: LockEntry = {}): LockEntry => ({ version, integrity, ...more });
const link = (resolved: string): LockEntry => ({ link: true, resolved });

const packages: Record<string, LockEntry & { dev?: true; devDependencies?: object }> = {
  '': { name: 'all', version: '0.1.0', license: 'Apache-2.0' },
  'apps/edge': {
    name: '@ours/edge',
    version: '0.1.0',
    dependencies: { '@ours/lib': '0.1.0', a: '1.0.0' },
    devDependencies: { 'test-only': '1.0.0' },
  },
  'libs/lib': { name: '@ours/lib', dependencies: { b: '2.0.0' }, devDependencies: { 'test-only': '1.0.0' } },
  'libs/lib/node_modules/b': at('2.0.0'),
  'node_modules/@ours/edge': link('apps/edge'),
  'node_modules/@ours/lib': link('libs/lib'),
  'node_modules/a': at('1.0.0', {
    dependencies: { c: '^1.0.0' },
    optionalDependencies: { 'for-mac': '1.0.0', 'not-there': '1.0.0' },
    peerDependencies: { peer: '1.0.0', 'optional-peer': '1.0.0' },
    peerDependenciesMeta: { 'optional-peer': { optional: true } },
  }),
  'node_modules/a/node_modules/c': at('1.0.0', { dependencies: { d: '1.0.0' } }),
  'node_modules/b': at('9.0.0'),
  'node_modules/c': at('9.0.0'),
  'node_modules/d': { ...at('1.0.0'), dev: true },
  'node_modules/for-mac': at('1.0.0', { optional: true, os: ['darwin'] }),
  'node_modules/peer': at('1.0.0'),
  'node_modules/optional-peer': at('1.0.0'),
  'node_modules/test-only': at('1.0.0'),
};
const lockFile = { lockfileVersion: 3, packages };

it('is what the app and its libraries need, each in the version that is nearest, without what tests need', () => {
  const { entries, manifest } = appPackages(lockFile, 'edge');
  expect(Object.entries(entries).map(([path, { version }]) => `${path}@${version}`)).toEqual([
    'node_modules/a@1.0.0',
    'node_modules/a/node_modules/c@1.0.0',
    // From beside the library to where the bundle looks.
    'node_modules/b@2.0.0',
    'node_modules/d@1.0.0',
    'node_modules/for-mac@1.0.0',
    'node_modules/peer@1.0.0',
  ]);
  expect(manifest.dependencies).toEqual({ a: '1.0.0', b: '2.0.0' });
  expect(entries['node_modules/d']).toEqual(at('1.0.0'));
});

it('refuses two versions of one package where the bundle could find only one', () => {
  const both = {
    ...packages,
    'node_modules/a': at('1.0.0', { dependencies: { b: '^9.0.0' } }),
  };
  expect(() => appPackages({ ...lockFile, packages: both }, 'edge')).toThrow('needed in two versions');
  const disagreeing = {
    ...packages,
    'apps/edge': { dependencies: { '@ours/lib': '0.1.0', b: '9.0.0' } },
  };
  expect(() => appPackages({ ...lockFile, packages: disagreeing }, 'edge')).toThrow('wants b 2.0.0');
});

it('refuses a lock file that lacks something', () => {
  const { 'node_modules/peer': _, ...rest } = packages;
  expect(() => appPackages({ ...lockFile, packages: rest }, 'edge')).toThrow('needs peer');
  expect(() => appPackages(lockFile, 'other')).toThrow('no app other');
});

describe('this repository', () => {
  const lock = rootLockFile();
  const namesOf = (app: string) =>
    fetchedNames(appPackages(lock, app).lockFile).map((name) => name.replace(/@[^@]*$/, ''));

  it('has three apps', () => expect(appsOf(lock)).toEqual(['admin', 'edge', 'engine']));

  it.each([
    ['edge', ['mongoose', 'mongodb', 'libsql', '@node-rs/argon2']],
    ['engine', ['express']],
    ['admin', ['express', 'mongoose', 'mongodb', 'libsql', '@node-rs/argon2']],
  ])('gives %s nothing that it must not reach, and nothing of the tests', (app, forbidden) => {
    const names = namesOf(app);
    expect(names).toContain('zod');
    const tests = ['crypto-js', 'fast-check', '@peculiar/x509', 'reflect-metadata', 'yaml', 'jest', 'tsx'];
    expect(names.filter((name) => [...forbidden, ...tests].includes(name))).toEqual([]);
  });

  it('gives every app the version that its own manifest asks for', () => {
    expect(appPackages(lock, 'admin').entries['node_modules/ipaddr.js']?.version).toBe('2.5.0');
    expect(appPackages(lock, 'edge').entries['node_modules/ipaddr.js']?.version).toBe('1.9.1');
  });
});
