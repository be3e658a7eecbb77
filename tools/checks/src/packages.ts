import { spawnSync } from 'node:child_process';
import { readAdvisories } from './advisories';
import { rootLockFile } from './app-folder';
import { appPackages, appsOf, fetchedNames } from './app-packages';
import { installScriptMistakes, lockFileMistakes, npmSettingMistakes, productionMistakes } from './lock-file';
import { repositoryRoot, textOf } from './repository';

/**
 * `npm run audit:packages`: what we install, judged by the lock file alone, and then by the registry's advisories if it
 * answers. Exit code 1 and one line a mistake. A registry that does not answer is said and is no failure: the gate has to
 * run where there is none.
 */

/** None of them runs here (`ignore-scripts`). Who installs without our .npmrc should know what would. */
export const installScripts: Readonly<Record<string, string>> = {
  '@parcel/watcher': 'of nx, development only; a prebuilt binary is a package of its own',
  '@swc/core': 'development only; a prebuilt binary is a package of its own',
  esbuild: 'development only; a prebuilt binary is a package of its own',
  nx: 'development only; it works without',
  protobufjs: 'in production, below gRPC; it only prints a warning about versions',
  'unrs-resolver': 'of the linter, development only; a prebuilt binary is a package of its own',
};

/** Permissive ones, which ask for no more than their text in what is handed on. */
export const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function main(): number {
  const lockFile = rootLockFile();
  const apps = appsOf(lockFile);
  const production = apps.map((app) => appPackages(lockFile, app));
  const names = new Set(production.flatMap(({ lockFile: part }) => fetchedNames(part)));
  const mistakes = [
    ...npmSettingMistakes(textOf('.npmrc')),
    ...lockFileMistakes(lockFile),
    ...installScriptMistakes(lockFile, installScripts),
    ...new Set(production.flatMap(({ entries }) => productionMistakes(entries, allowedLicences))),
  ];
  for (const mistake of mistakes) say(mistake);
  say(
    `${Object.keys(lockFile.packages).length} entries of the lock file, ` +
      `${names.size} packages in production (${apps.join(', ')}): ${mistakes.length} mistakes`,
  );

  const audit = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  const advisories = readAdvisories(audit.stdout ?? '');
  if (advisories.kind === 'not run') {
    say(`advisories: NOT RUN (${advisories.why})`);
    return mistakes.length === 0 ? 0 : 1;
  }
  for (const line of advisories.grave) say(`advisory: ${line}`);
  say(`advisories: ${advisories.grave.length} high or critical, ${advisories.lesser} lesser`);
  return mistakes.length === 0 && advisories.grave.length === 0 ? 0 : 1;
}

if (require.main === module) process.exitCode = main();
