import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * One bundled file per app: `dist/<app>/main.js` holds our own source; third-party packages stay outside, where the
 * lock file and an audit can see them.
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
          onResolve({ filter: /^[^./]/ }, ({ path }) =>
            path.startsWith('@countersign/') || path === entry ? undefined : { path, external: true },
          ),
      },
    ],
  });
  return outfile;
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
