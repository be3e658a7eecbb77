import { dependencyMistakes } from './dependencies';

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
