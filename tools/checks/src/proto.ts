/**
 * Keeps libs/rpc/src/gen equal to what proto-loader's own generator makes of proto/. `--write` regenerates the folder;
 * without it a fresh copy is made in a temporary folder and every file that differs is named, and the exit code is 1.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { findProtoRoot, loaderOptions, protoFiles } from '@countersign/rpc';

/** What the generator is told: the loader options of the running code, as its flags. */
export const generatorFlags = (options: Readonly<Record<string, string | boolean>>): string[] =>
  Object.entries(options).map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`));

/** Fills `folder` with the types of every proto file, leaving nothing else in it. */
export const generate = (root: string, folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules', '@grpc', 'proto-loader', 'build', 'bin', 'proto-loader-gen-types.js'),
      ...generatorFlags(loaderOptions),
      '--grpcLib=@grpc/grpc-js',
      '-I',
      'proto',
      '-O',
      folder,
      ...protoFiles,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
};

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    : [];

/** Files that are missing, left over or different in `committed`, sorted. */
export const drift = (fresh: string, committed: string): string[] => {
  const names = new Set([...filesIn(fresh), ...filesIn(committed)]);
  const content = (folder: string, name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
  return [...names].filter((name) => content(fresh, name) !== content(committed, name)).sort();
};

/** Returns the exit code. */
export const checkProto = (root: string, write: boolean): number => {
  const committed = join(root, 'libs', 'rpc', 'src', 'gen');
  if (write) {
    generate(root, committed);
    return 0;
  }
  const temporary = mkdtempSync(join(tmpdir(), 'countersign-proto-'));
  try {
    const fresh = join(temporary, 'gen');
    generate(root, fresh);
    const drifted = drift(fresh, committed);
    if (drifted.length === 0) return 0;
    process.stderr.write(
      `proto/ and libs/rpc/src/gen disagree, run \`npm run proto\`:\n${drifted.map((name) => `  ${name}\n`).join('')}`,
    );
    return 1;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};

if (require.main === module) {
  process.exitCode = checkProto(dirname(findProtoRoot(__dirname)), process.argv.includes('--write'));
}
