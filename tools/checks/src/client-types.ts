/**
 * Keeps libs/client/src/gen/router.d.ts equal to what the admin service's router says now. `--write` makes it anew;
 * without it a difference is an error and the exit code is 1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { repositoryRoot } from './repository';
import { routerTypes } from './router-types';

const ROUTER = 'apps/admin/src/router.ts';
const TYPES = 'libs/client/src/gen/router.d.ts';

async function freshClientTypes(): Promise<string> {
  const options = await resolveConfig(join(repositoryRoot, 'package.json'));
  const text = routerTypes(repositoryRoot, join(repositoryRoot, ROUTER));
  return format(text, { ...options, parser: 'typescript' });
}

/** One line when the client's types are not those of the router. */
export const clientTypeMistakes = async (): Promise<readonly string[]> =>
  (await freshClientTypes()) === readFileSync(join(repositoryRoot, TYPES), 'utf8')
    ? []
    : [`${TYPES}: is not what ${ROUTER} says, run \`npm run types -w @countersign/client\``];

async function main(): Promise<number> {
  if (process.argv.includes('--write')) {
    writeFileSync(join(repositoryRoot, TYPES), await freshClientTypes());
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
