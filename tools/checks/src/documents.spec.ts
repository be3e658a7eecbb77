import { missingFiles } from './documents';

const exists = (file: string) => ['docs/a.md', 'libs/policy', 'README.md'].includes(file);

it('finds nothing in a document that is true', () => {
  const text =
    'See [a](a.md), [top](../README.md), [web](https://example.com), [here](#part) and `libs/policy/`.';
  expect(missingFiles('docs/b.md', text, exists)).toEqual([]);
});

it('finds a link and a path whose file is gone', () => {
  expect(missingFiles('docs/b.md', '[x](gone.md#part) and `apps/gone/src/main.ts`', exists)).toEqual([
    'docs/b.md: names docs/gone.md, which does not exist',
    'docs/b.md: names apps/gone/src/main.ts, which does not exist',
  ]);
});
