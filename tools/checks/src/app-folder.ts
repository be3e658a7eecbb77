import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appPackages, appsOf, type AppPackages } from './app-packages';
import type { LockFile } from './lock-file';
import { repositoryRoot, textOf } from './repository';

/**
 * Writes the folder in which `npm ci` installs an app's production packages and nothing else. `tools/docker/Dockerfile`
 * uses it, and so does who wants to run an app from such a folder without Docker.
 */
export async function writeAppFolder(app: string, dir: string): Promise<AppPackages> {
  const packages = appPackages(rootLockFile(), app);
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'package.json'), asText(packages.manifest));
  await writeFile(join(dir, 'package-lock.json'), asText(packages.lockFile));
  await copyFile(join(repositoryRoot, '.npmrc'), join(dir, '.npmrc'));
  return packages;
}

export const rootLockFile = (): LockFile => JSON.parse(textOf('package-lock.json')) as LockFile;

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function main([app, dir]: readonly string[]): Promise<number> {
  if (app === undefined || dir === undefined || !appsOf(rootLockFile()).includes(app)) {
    process.stderr.write(`usage: app-folder <${appsOf(rootLockFile()).join('|')}> <folder>\n`);
    return 2;
  }
  const { entries } = await writeAppFolder(app, dir);
  process.stdout.write(`${dir}: ${Object.keys(entries).length} packages of ${app}\n`);
  return 0;
}

if (require.main === module) {
  main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
