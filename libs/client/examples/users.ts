/** User management brings a customer, and suspends it. Suspended, it is refused like an unknown one. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(uid: string): Promise<void> {
  const { revision } = await countersign.users.create.mutate({ uid, role: 'signer', reason: 'sign-up' });
  console.log(`${uid}: revision ${revision}`);
  await countersign.users.setStatus.mutate({
    uid,
    status: 'suspended',
    reason: 'asked for by the customer',
    expectedRevision: revision,
  });
  const { status, hasCredentials } = await countersign.users.get.query({ uid });
  console.log(`${uid}: ${status}, ${hasCredentials ? 'with' : 'without'} a password`);
  for (let after: string | undefined; ;) {
    const page = await countersign.users.list.query({ status: 'suspended', ...(after && { after }) });
    for (const user of page.users) console.log(`suspended: ${user.uid}`);
    if (page.nextAfter === null) return;
    after = page.nextAfter;
  }
}

main(process.argv[2] ?? `customer-${Date.now()}`).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
