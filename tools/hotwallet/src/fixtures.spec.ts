import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFixtures } from './fixtures';
import { UsageError } from './usage-error';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotwallet-fixtures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, value: unknown): void => {
  mkdirSync(join(folder, '.data'), { recursive: true });
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
};

test('without a file there are no fixtures, unless the file was named', () => {
  expect(loadFixtures(undefined, folder)).toEqual({});
  expect(() => loadFixtures('mine.json', folder)).toThrow(UsageError);
});

test('the default file is found, and the secret file is relative to it', () => {
  write('.data/fixtures.json', {
    url: 'http://127.0.0.1:1',
    secretFile: 'secrets/aes',
    machine: { id: 'm' },
  });
  expect(loadFixtures(undefined, folder)).toEqual({
    url: 'http://127.0.0.1:1',
    secretFile: join(folder, '.data/secrets/aes'),
    machine: { id: 'm' },
  });
});

test.each([
  ['no JSON', 'not json'],
  ['a URL of another protocol', { url: 'ftp://127.0.0.1' }],
  ['half a user', { user: { username: 'u' } }],
  ['no chains', { chains: [] }],
  [
    'an amount that is a number',
    { permit: { reference: 'r', uid: 'u', chainId: 'c', amount: 1, address: 'a' } },
  ],
  [
    'an amount with an exponent',
    { permit: { reference: 'r', uid: 'u', chainId: 'c', amount: '1e3', address: 'a' } },
  ],
])('a file with %s is a mistake that names the file', (_, value) => {
  write('mine.json', value);
  expect(() => loadFixtures('mine.json', folder)).toThrow(UsageError);
  expect(() => loadFixtures('mine.json', folder)).toThrow('mine.json');
});
