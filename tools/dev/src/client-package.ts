/**
 * Makes what others install: dist/client with one JavaScript file, one file of types that needs nothing of this
 * workspace, and a manifest that names the packages it does need. `npm publish dist/client` would publish it.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateDtsBundle } from 'dts-bundle-generator';
import { build } from 'esbuild';
import { repositoryRoot } from './bundle';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Resolves with the folder. What was in it is gone. */
export async function buildClientPackage(folder = join(repositoryRoot, 'dist/client')): Promise<string> {
  const source = join(repositoryRoot, 'libs/client');
  const entry = join(source, 'src/index.ts');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [entry],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'neutral',
    format: 'cjs',
    target: 'es2022',
    packages: 'external',
    logLevel: 'warning',
  });
  const [types = ''] = generateDtsBundle([{ filePath: entry, output: { noBanner: true } }], {
    preferredConfigPath: join(source, 'tsconfig.json'),
  });
  await writeFile(join(folder, 'index.d.ts'), types);
  await writeFile(join(folder, 'package.json'), await manifest(source));
  await copyFile(join(source, 'README.md'), join(folder, 'README.md'));
  await copyFile(join(repositoryRoot, 'LICENSE'), join(folder, 'LICENSE'));
  return folder;
}

async function manifest(source: string): Promise<string> {
  const { name, version, dependencies } = JSON.parse(
    await readFile(join(source, 'package.json'), 'utf8'),
  ) as Manifest;
  const made = {
    name,
    version,
    license: 'Apache-2.0',
    description: "The typed client of Countersign's admin service",
    main: 'index.js',
    types: 'index.d.ts',
    engines: { node: '>=20.19' },
    dependencies,
  };
  return `${JSON.stringify(made, undefined, 2)}\n`;
}

if (require.main === module) {
  buildClientPackage().then(
    (folder) => process.stdout.write(`${folder}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
