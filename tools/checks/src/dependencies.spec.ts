import { dependencyMistakes, lockFileMistakes } from './dependencies';

it('wants an exact version and a reason for every dependency', () => {
  const manifest = {
    file: 'p.json',
    dependencies: { a: '1.0.0', b: '^1.0.0' },
    devDependencies: { c: '1.2.3' },
  };
  expect(dependencyMistakes([manifest], '`a` `b`')).toEqual([
    'p.json: b is not pinned exactly',
    'p.json: c has no reason in docs/dependencies.md',
  ]);
});

it('wants a checksum and no foreign address for everything in the lock file', () => {
  const packages = {
    '': {},
    'node_modules/ours': { link: true, resolved: 'libs/ours' },
    'node_modules/a': { integrity: 'sha512-x' },
    'node_modules/b': { integrity: 'sha512-x', resolved: 'http://10.0.0.1/b.tgz' },
    'node_modules/c': {},
  };
  expect(lockFileMistakes({ packages })).toEqual([
    'package-lock.json: node_modules/b names http://10.0.0.1/b.tgz',
    'package-lock.json: node_modules/c has no checksum',
  ]);
});
