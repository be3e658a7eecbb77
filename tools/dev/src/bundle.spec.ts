import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundle, repositoryRoot } from './bundle';

const versionAt = (place: string): string => {
  const path = createRequire(place).resolve('ipaddr.js/package.json');
  return (createRequire(place)(path) as { version: string }).version;
};

it('an app is bundled with the version of a package that it was tested with, not with the one that lies nearest', async () => {
  const file = await bundle('admin');
  const wanted = versionAt(join(repositoryRoot, 'apps/admin/src/main.ts'));
  // Express brings another one; without that this test would prove nothing.
  expect(versionAt(file)).not.toBe(wanted);
  expect(await readFile(file, 'utf8')).not.toMatch(/require\("ipaddr\.js"\)/);
});

it('leaves every other package outside', async () => {
  const text = await readFile(await bundle('edge'), 'utf8');
  for (const name of ['express', '@grpc/grpc-js', 'pino', 'zod', 'rate-limiter-flexible']) {
    expect(text).toContain(`require("${name}")`);
  }
});
