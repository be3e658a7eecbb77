/** Risk lowers what a user may move in a day, unless somebody else changed the user meanwhile. */
import { createCountersign, CountersignError } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(uid: string): Promise<void> {
  const { revision } = await countersign.users.get.query({ uid });
  try {
    await countersign.limits.set.mutate({
      layer: 'user',
      uid,
      chainId: 'bitcoin',
      // They replace those before, and one that is left out would be a limit less.
      limits: [
        { kind: 'transaction', max: '0.01' },
        { kind: 'sliding', durationMs: 24 * 60 * 60_000, max: '0.01' },
      ],
      reason: 'unusual logins',
      expectedRevision: revision,
    });
  } catch (error) {
    if (!(error instanceof CountersignError) || error.code !== 'conflict') throw error;
    console.log(`somebody was faster: the revision is ${error.revision} now`);
    return;
  }
  const { limits } = await countersign.limits.effective.query({ uid, chainId: 'bitcoin' });
  for (const { key, layer, limit } of limits) console.log(`${key}: ${limit.max} of the ${layer}`);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
