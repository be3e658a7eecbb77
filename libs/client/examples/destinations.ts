/** A destination can be used when its cooling-off is over, and not at all once it is revoked. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

const address = 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq';

async function main(uid: string): Promise<void> {
  const place = { uid, chainId: 'bitcoin', address };
  await countersign.destinations.add.mutate({ ...place, label: 'cold', reason: 'asked for by the customer' });
  const { destinations } = await countersign.destinations.list.query({ uid, chainId: 'bitcoin' });
  for (const { label, usableFrom } of destinations)
    console.log(`${label}: usable from ${new Date(usableFrom).toISOString()}`);
  await countersign.destinations.revoke.mutate({ ...place, reason: 'that was an example' });
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
