import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { rootLockFile, writeAppFolder } from './app-folder';
import { appsOf } from './app-packages';
import { bomMistakes, settled, type Bom } from './bill-of-materials';
import { repositoryRoot } from './repository';

/**
 * `npm run sbom [app...]`: a bill of materials for each app, written by npm from the same folder that the app's image is
 * installed from, to dist/sbom/<app>.cdx.json. It is held against the lock file before it is written. Packages for
 * other platforms are in it: it belongs to the release, not to one machine.
 */
const run = promisify(execFile);

export async function billOfMaterials(app: string): Promise<Bom> {
  const parent = await mkdtemp(join(tmpdir(), 'countersign-sbom-'));
  try {
    // npm calls the document's subject by the name of its folder.
    const dir = join(parent, app);
    const { lockFile } = await writeAppFolder(app, dir);
    const options = ['--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
    const { stdout } = await run('npm', ['sbom', ...options], { cwd: dir, maxBuffer: 64 * 1024 * 1024 });
    const bom = settled(JSON.parse(stdout) as Bom);
    const mistakes = bomMistakes(bom, lockFile);
    if (mistakes.length > 0) throw new Error(`the bill of materials of ${app} ${mistakes.join('; ')}`);
    return bom;
  } finally {
    await rm(parent, { recursive: true });
  }
}

async function main(named: readonly string[]): Promise<void> {
  const known = appsOf(rootLockFile());
  const unknown = named.find((app) => !known.includes(app));
  if (unknown !== undefined) throw new Error(`there is no app ${unknown}: ${known.join(', ')}`);
  const dir = join(repositoryRoot, 'dist/sbom');
  await mkdir(dir, { recursive: true });
  for (const app of named.length > 0 ? named : known) {
    const bom = await billOfMaterials(app);
    const file = join(dir, `${app}.cdx.json`);
    await writeFile(file, `${JSON.stringify(bom, null, 2)}\n`);
    process.stdout.write(`${relative(repositoryRoot, file)}: ${bom.components.length} packages\n`);
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
