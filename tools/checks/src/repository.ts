import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const repositoryRoot = resolve(__dirname, '../../..');

/** Files that git tracks or would track, relative to the root. */
export const trackedFiles = (): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: repositoryRoot })
    .toString()
    .split('\n')
    .filter((file) => file !== '');

export const textOf = (file: string): string => readFileSync(join(repositoryRoot, file), 'utf8');
