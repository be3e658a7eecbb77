/** One asks, another agrees: reactivating a user while every loosening needs two people. */
import { createCountersign, CountersignError } from '@countersign/client';

const url = process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200';
const anna = createCountersign({ url, token: process.env['COUNTERSIGN_TOKEN'] ?? '' });
const ben = createCountersign({ url, token: process.env['COUNTERSIGN_SECOND_TOKEN'] ?? '' });

async function main(uid: string): Promise<void> {
  // Both only tighten, so anybody with the scopes makes them alone.
  await anna.platform.changeSettings.mutate({ loosening: 'approved', reason: 'two people' });
  await anna.users.setStatus.mutate({ uid, status: 'suspended', reason: 'unusual logins' });

  const again = { uid, status: 'active' } as const;
  try {
    await anna.users.setStatus.mutate({ ...again, reason: 'it was the customer' });
  } catch (error) {
    if (!(error instanceof CountersignError) || error.code !== 'forbidden') throw error;
    console.log(`alone: ${error.code}, because it would allow more: ${error.details.join(', ')}`);
  }
  const { changeId, effect } = await anna.changes.propose.mutate({
    change: { procedure: 'users.setStatus', input: again },
    reason: 'it was the customer',
  });
  for (const { chainId, next } of effect.blastRadius)
    console.log(`in a day could leave on ${chainId}: ${next.day.before} before, ${next.day.after} after`);
  const { status } = await ben.changes.approve.mutate({ changeId, reason: 'I called the customer' });
  console.log(`with ben: ${status}`);

  // A token approves once, so the way back is proposed by the other.
  const back = await ben.changes.propose.mutate({
    change: { procedure: 'platform.changeSettings', input: { loosening: 'alone' } },
    reason: 'that was an example',
  });
  await anna.changes.approve.mutate({ changeId: back.changeId, reason: 'that was an example' });
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
