/** A freeze holds at the next /read. Lifting it loosens: where two people are wanted it is proposed as a change. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(uid: string): Promise<void> {
  await countersign.freezes.freeze.mutate({ scope: 'user', subject: uid, reason: 'phone reported stolen' });
  const { subjects } = await countersign.freezes.list.query({ scope: 'user' });
  console.log(subjects.includes(uid) ? `${uid}: frozen` : `${uid}: not frozen`);
  await countersign.freezes.unfreeze.mutate({ scope: 'user', subject: uid, reason: 'phone was found' });
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
