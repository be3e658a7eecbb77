/**
 * Keeps libs/client/src/gen equal to what the admin service says now: the type of its router, and the scopes of its
 * table. `--write` makes the files anew; without it a difference is an error and the exit code is 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { repositoryRoot } from './repository';
import { routerTypes, textsOf } from './router-types';

const ADMIN = 'apps/admin/src';
const GENERATED = 'libs/client/src/gen';

const inAdmin = (file: string): string => join(repositoryRoot, ADMIN, file);

const generators: Readonly<Record<string, () => string>> = {
  'router.d.ts': () => routerTypes(repositoryRoot, inAdmin('router.ts')),
  'scopes.ts':
    () => `// Generated from the table of the admin service by \`npm run types -w @countersign/client\`: do not edit.

export const scopes = ${JSON.stringify(textsOf(repositoryRoot, inAdmin('access.ts'), 'Scope'))} as const;

/** What a token may allow. */
export type Scope = (typeof scopes)[number];
`,
};

async function freshFiles(): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const options = await resolveConfig(join(repositoryRoot, 'package.json'));
  return Promise.all(
    Object.entries(generators).map(async ([name, generate]) => ({
      file: `${GENERATED}/${name}`,
      text: await format(generate(), { ...options, parser: 'typescript' }),
    })),
  );
}

const inRepository = (file: string): string | undefined =>
  existsSync(join(repositoryRoot, file)) ? readFileSync(join(repositoryRoot, file), 'utf8') : undefined;

/** One line for each file that is not what the admin service says. */
export const clientTypeMistakes = async (): Promise<readonly string[]> =>
  (await freshFiles())
    .filter(({ file, text }) => inRepository(file) !== text)
    .map(({ file }) => `${file}: is not what ${ADMIN} says, run \`npm run types -w @countersign/client\``);

async function main(): Promise<number> {
  if (process.argv.includes('--write')) {
    for (const { file, text } of await freshFiles()) writeFileSync(join(repositoryRoot, file), text);
    return 0;
  }
  const mistakes = await clientTypeMistakes();
  for (const mistake of mistakes) process.stderr.write(`${mistake}\n`);
  return mistakes.length === 0 ? 0 : 1;
}

if (require.main === module) {
  main().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
