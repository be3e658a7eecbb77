/** A tier is what its users share: where new destinations wait, and what none of them may exceed. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(tierId: string, uid: string): Promise<void> {
  await countersign.tiers.create.mutate({ tierId, coolingOffMs: 24 * 60 * 60_000, reason: 'careful people' });
  await countersign.limits.set.mutate({
    layer: 'tier',
    tierId,
    chainId: 'bitcoin',
    limits: [{ kind: 'sliding', durationMs: 60 * 60_000, max: '0.1' }],
    reason: 'careful people',
  });
  await countersign.users.setTier.mutate({ uid, tier: tierId, reason: 'asked for by the customer' });
  const { coolingOffMs, limits } = await countersign.tiers.get.query({ tierId });
  console.log(`${tierId}: waits ${coolingOffMs / 3_600_000} h, limits on ${limits.length} chain`);
}

main(`careful-${Date.now()}`, process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
