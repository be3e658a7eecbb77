import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * One bundled file per app: `dist/<app>/main.js` holds our own source; third-party packages stay outside, where the
 * lock file and an audit can see them. Node looks for those from where the bundle lies, so a package of which that place
 * has another version than the importing file gets is put into the bundle: the app runs with what it was tested with.
 */
export const repositoryRoot = resolve(__dirname, '../../..');

export const bundlePath = (app: string): string => join(repositoryRoot, 'dist', app, 'main.js');

export async function bundle(app: string): Promise<string> {
  const entry = join(repositoryRoot, 'apps', app, 'src/main.ts');
  if (!existsSync(entry)) throw new Error(`there is no app ${app}`);
  const outfile = bundlePath(app);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [
      {
        name: 'third-party packages stay outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
            if (path.startsWith('@countersign/') || path === entry || isBuiltin(path)) return undefined;
            const wanted = folderOf(path, dirname(importer));
            return wanted === folderOf(path, dirname(outfile)) ? { path, external: true } : undefined;
          }),
      },
    ],
  });
  return outfile;
}

/** The folder of the package that a file in `from` gets when it asks for `path`. */
function folderOf(path: string, from: string): string | undefined {
  const name = path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
  const folder = join(from, 'node_modules', name);
  if (existsSync(folder)) return folder;
  return dirname(from) === from ? undefined : folderOf(path, dirname(from));
}

if (require.main === module) {
  const [app = ''] = process.argv.slice(2);
  bundle(app).then(
    (file) => process.stdout.write(`${file}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
