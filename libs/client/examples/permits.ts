/** An operation is registered before the user acts. Its reference is what CoKeeps hands back in /read. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(uid: string): Promise<void> {
  const { destinations } = await countersign.destinations.list.query({ uid, chainId: 'bitcoin' });
  const address = destinations[0]?.address;
  if (address === undefined) throw new Error(`${uid} has nowhere to send to`);
  const { referenceId, expiresAt } = await countersign.permits.register.mutate({
    uid,
    kind: 'transfer',
    chainId: 'bitcoin',
    amount: '0.01',
    address,
    lifetimeMs: 60_000,
    reason: 'withdrawal 4711',
    idempotencyKey: `withdrawal-4711-${Date.now()}`, // your own id of the operation, so that no restart makes two
  });
  console.log(`${referenceId} until ${new Date(expiresAt).toISOString()}`);
  await countersign.permits.release.mutate({ uid, referenceId, reason: 'cancelled by the customer' });
  const { status } = await countersign.permits.get.query({ uid, referenceId });
  console.log(status);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
