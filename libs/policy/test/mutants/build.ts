import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Policy } from '../scenario/policy';

/** One exact text of one source file, and what stands there instead. */
export interface Mutation {
  readonly file: string;
  readonly text: string;
  readonly instead: string;
}

const SOURCES = join(__dirname, '../../src');

/** The policy core built with that mutation, in memory. Throws unless the text is in the file exactly once. */
export async function builtWith(mutation: Mutation | null): Promise<Policy> {
  if (mutation !== null) {
    const parts = readFileSync(join(SOURCES, mutation.file), 'utf8').split(mutation.text);
    if (parts.length !== 2) throw new Error(`${mutation.file}: ${parts.length - 1} times: ${mutation.text}`);
  }
  const { outputFiles } = await build({
    entryPoints: [join(SOURCES, 'index.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutation',
        setup(build) {
          build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const source = readFileSync(path, 'utf8');
            if (mutation === null || path !== join(SOURCES, mutation.file))
              return { contents: source, loader: 'ts' };
            return { contents: source.replace(mutation.text, () => mutation.instead), loader: 'ts' };
          });
        },
      },
    ],
  });
  const module: { exports: unknown } = { exports: {} };
  const run = new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '');
  run(module, module.exports, require);
  return module.exports as Policy;
}
