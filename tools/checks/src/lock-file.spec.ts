import {
  installScriptMistakes,
  lockFileMistakes,
  npmSettingMistakes,
  productionMistakes,
  type LockEntry,
} from './lock-file';

const integrity = `sha512-${'A'.repeat(86)}==`;
const planted = (packages: Record<string, LockEntry>) => ({ lockfileVersion: 3, packages });
const mistakes = (packages: Record<string, LockEntry>) => lockFileMistakes(planted(packages));

describe('the lock file', () => {
  it('may hold what comes from the registry by name, and links to our own folders', () => {
    expect(
      mistakes({
        '': {},
        'libs/ours': { version: '0.1.0' },
        'node_modules/ours': { link: true, resolved: 'libs/ours' },
        'node_modules/a': { integrity },
        'node_modules/@b/c': { integrity, resolved: 'https://registry.npmjs.org/@b/c/-/c-1.0.0.tgz' },
      }),
    ).toEqual([]);
  });

  it.each<[string, LockEntry, string]>([
    ['an address', { integrity, resolved: 'http://10.0.0.1/b.tgz' }, 'names http://10.0.0.1/b.tgz'],
    [
      'another registry',
      { integrity, resolved: 'https://registry.npmjs.org.evil.example/b.tgz' },
      'names https://registry.npmjs.org.evil.example/b.tgz',
    ],
    ['a git repository', { integrity, resolved: 'git+ssh://git@github.com/a/b.git#1' }, 'names git+ssh://'],
    ['a file', { integrity, resolved: 'file:../b.tgz' }, 'names file:../b.tgz'],
    ['a link out of the repository', { link: true, resolved: '../../b' }, 'links to ../../b'],
    ['no checksum', {}, 'has no checksum'],
    ['a weak checksum', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'has no SHA-512 checksum'],
    ['a shortened checksum', { integrity: 'sha512-AAAA' }, 'has no SHA-512 checksum'],
    ['a package inside another', { integrity, inBundle: true }, 'comes inside another package'],
  ])('may not hold %s', (_, entry, expected) => {
    const found = mistakes({ '': {}, 'node_modules/a': { integrity }, 'node_modules/b': entry });
    expect(found).toEqual([expect.stringContaining(`package-lock.json: node_modules/b ${expected}`)]);
  });

  it('is of the version whose meaning is checked here', () => {
    expect(lockFileMistakes({ lockfileVersion: 2, packages: {} })).toEqual([
      'package-lock.json: is not of version 3',
    ]);
  });
});

describe('install scripts', () => {
  const lockFile = planted({
    'node_modules/quiet': { integrity },
    'node_modules/x/node_modules/loud': { integrity, hasInstallScript: true },
    'node_modules/alias': { name: 'hidden', integrity, hasInstallScript: true },
  });

  it('need an excuse, under the name that is fetched', () => {
    expect(installScriptMistakes(lockFile, { loud: 'a reason' })).toEqual([
      'package-lock.json: hidden wants to run a script when it is installed',
    ]);
  });

  it('are excused only while they are there', () => {
    expect(installScriptMistakes(lockFile, { loud: 'a', hidden: 'b', quiet: 'c' })).toEqual([
      'quiet is excused for an install script that it does not have',
    ]);
  });
});

describe('what production gets', () => {
  it('has a licence that was allowed, word for word', () => {
    const entries = {
      'node_modules/a': { license: 'MIT' },
      'node_modules/b': { license: 'AGPL-3.0' },
      'node_modules/c/node_modules/d': {},
      'node_modules/e': { license: '(MIT OR GPL-3.0)' },
    };
    expect(productionMistakes(entries, ['MIT'])).toEqual([
      'b has the licence AGPL-3.0, which nobody has allowed',
      'd has the licence (none), which nobody has allowed',
      'e has the licence (MIT OR GPL-3.0), which nobody has allowed',
    ]);
  });

  it('goes by its own name', () => {
    expect(productionMistakes({ 'node_modules/zod': { name: 'z0d', license: 'MIT' } }, ['MIT'])).toEqual([
      'zod is really z0d: production packages go by their own name',
    ]);
  });
});

describe("npm's settings", () => {
  const sound = 'save-exact=true\nignore-scripts = true\n';
  it('keep install scripts from running and versions exact', () => {
    expect(npmSettingMistakes(sound)).toEqual([]);
    expect(npmSettingMistakes('#ignore-scripts=true\n')).toEqual([
      '.npmrc: install scripts may run',
      '.npmrc: versions are not saved exactly',
    ]);
  });

  it('name no other registry and do not turn TLS off', () => {
    expect(npmSettingMistakes(`${sound}registry=https://registry.npmjs.org/\n`)).toEqual([]);
    expect(npmSettingMistakes(`${sound}@a:registry=https://npm.example/\nstrict-ssl=false`)).toEqual([
      '.npmrc: @a:registry names another registry',
      '.npmrc: TLS is not verified',
    ]);
  });
});
