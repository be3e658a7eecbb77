/** What CoKeeps reported that no rule knows. Nothing was lost, and nothing was moved because of it. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(): Promise<void> {
  for (let after: string | undefined; ;) {
    const page = await countersign.notifications.list.query({ outcome: 'unknown', ...(after && { after }) });
    for (const { digest, receivedAt } of page.notifications)
      console.log(`${digest.slice(0, 12)} received ${new Date(receivedAt).toISOString()}`);
    if (page.nextAfter === null) return;
    after = page.nextAfter;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
