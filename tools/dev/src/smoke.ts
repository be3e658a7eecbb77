import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixturesShape, runConformance } from '@countersign/hotwallet';
import { createFixtures, createWorld } from './demo-world';
import { createPlatform } from './platform';
import { startStack } from './stack';

/** `npm run smoke`: the whole conformance table against a product that was just started, on free ports and a temporary store. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'countersign-smoke-'));
  const storeUrl = process.env.STORE_URL;
  const stack = await startStack({ dir, onEnd: say, ...(storeUrl !== undefined && { storeUrl }) });
  try {
    const platform = createPlatform(stack.admin);
    await createWorld(platform);
    const fixtures = fixturesShape.parse(await createFixtures(platform, stack.secretFile));
    const secret = await readFile(stack.secretFile, 'utf8');
    const { ok, results } = await runConformance({ url: stack.url, secret, fixtures });
    for (const { outcome, name, detail } of results) {
      say(
        `${outcome === 'holds' ? '✓' : '✗'} ${name}${outcome === 'holds' ? '' : `: ${outcome}, ${detail}`}`,
      );
    }
    say(
      `conformance: ${results.filter(({ outcome }) => outcome === 'holds').length} of ${results.length} checks hold`,
    );
    return ok ? 0 : 1;
  } finally {
    await stack.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
