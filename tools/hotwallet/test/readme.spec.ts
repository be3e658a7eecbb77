import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../src/conformance/checks';
import { fixturesShape } from '../src/fixtures';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

test('the README lists every check, in order, with what it proves', () => {
  const listed = [...readme.matchAll(/^\| `([a-z]+\/[a-z0-9-]+)` *\| (.+?) *\|$/gm)].map(
    ([, name, proves]) => [name, proves],
  );
  expect(listed).toEqual(checks.map(({ name, proves }) => [name, proves]));
});

test('the README names every fixture', () => {
  for (const name of Object.keys(fixturesShape.shape)) expect(readme).toContain(`"${name}"`);
});
