import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './bundle';
import { buildClientPackage } from './client-package';

let root: string;
let installed: string;

/** As somebody else would have it: the packed package and the packages its manifest names, and no workspace. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'countersign-client-'));
  const folder = await buildClientPackage(join(root, 'built'));
  const npm = { cwd: root, env: { ...process.env, npm_config_cache: join(root, 'cache') } };
  execFileSync('npm', ['pack', '--offline', '--silent', folder], npm);
  const [archive = ''] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
  const modules = join(root, 'program/node_modules');
  installed = join(modules, '@countersign/client');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(root, archive), '-C', installed, '--strip-components=1']);
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  mkdirSync(join(modules, '@trpc'));
  for (const name of Object.keys(dependencies))
    symlinkSync(join(repositoryRoot, 'node_modules', name), join(modules, name));
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const text = () =>
  readdirSync(installed)
    .map((name) => readFileSync(join(installed, name), 'utf8'))
    .join('\n');

it('holds five files, and nothing of the service', () => {
  expect(readdirSync(installed).sort()).toEqual([
    'LICENSE',
    'README.md',
    'index.d.ts',
    'index.js',
    'package.json',
  ]);
  expect(text()).not.toMatch(/grpc|zod|jose|apps\/admin|mongo|SpendToken|AdminContext/i);
  expect(
    text()
      .match(/@countersign\/[a-z]+/g)
      ?.filter((name) => name !== '@countersign/client'),
  ).toEqual([]);
});

const compile = (program: string) => {
  const folder = join(root, 'program');
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        module: 'commonjs',
        moduleResolution: 'node10',
        strict: true,
        types: [],
        lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
        skipLibCheck: false,
        preserveSymlinks: true,
      },
      files: ['program.ts', 'node_modules/@countersign/client/index.d.ts'],
    }),
  );
  try {
    execFileSync(process.execPath, [join(repositoryRoot, 'node_modules/typescript/bin/tsc')], {
      cwd: folder,
    });
    return '';
  } catch (error) {
    return (error as { stdout: Buffer }).stdout.toString();
  }
};

it('types and runs a program without the workspace', () => {
  expect(
    compile(`
      import { createCountersign, CountersignError, type User } from '@countersign/client';
      const countersign = createCountersign({ url: 'http://127.0.0.1:1', token: 'none', retryForMs: 0 });
      const get = (uid: string): Promise<User> => countersign.users.get.query({ uid });
      get('ada').catch((error: unknown) => {
        console.log(error instanceof CountersignError && error.code);
      });
      const crown = () => countersign.users.setRole.mutate({
        uid: 'ada',
        // @ts-expect-error what the service would refuse is refused here already
        role: 'king',
        reason: 'coronation',
      });
      void crown;
    `),
  ).toBe('');
  const ran = execFileSync(process.execPath, ['program.js'], { cwd: join(root, 'program') });
  expect(ran.toString()).toBe('unavailable\n');
}, 120_000);
