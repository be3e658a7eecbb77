import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { boundaryMistakes } from './boundaries';
import { clientTypeMistakes } from './client-types';
import { dependencyMistakes, type Manifest } from './dependencies';
import { missingFiles } from './documents';
import { lockFileMistakes, type LockFile } from './lock-file';
import { repositoryRoot, textOf, trackedFiles } from './repository';

/** `npm run check`: what neither compiler nor linter sees. Exit code 1 and one line a mistake when something is wrong. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const files = trackedFiles();
const manifests = files
  .filter((file) => /(^|\/)package\.json$/.test(file))
  .map((file): Manifest => ({ file, ...(JSON.parse(textOf(file)) as object) }));
const exists = (file: string) => existsSync(join(repositoryRoot, file));

async function main(): Promise<number> {
  const mistakes = [
    ...files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => missingFiles(file, textOf(file), exists)),
    ...dependencyMistakes(manifests, textOf('docs/dependencies.md')),
    ...lockFileMistakes(JSON.parse(textOf('package-lock.json')) as LockFile),
    ...(await clientTypeMistakes()),
    ...boundaryMistakes(say),
  ];
  for (const mistake of mistakes) say(mistake);
  say(`${manifests.length} manifests, ${files.length} files: ${mistakes.length} mistakes`);
  return mistakes.length === 0 ? 0 : 1;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
