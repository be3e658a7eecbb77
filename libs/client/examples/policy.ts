/** The platform and its tiers as one document: tried on what was decided, put in force, and taken back. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(): Promise<void> {
  const { document } = await countersign.policy.get.query({});
  const stricter = { ...document, settings: { ...Object(document['settings']), balanceMaxAgeMs: 60_000 } };
  const { mistakes, differences, loosenings } = await countersign.policy.validate.query({
    document: stricter,
  });
  console.log(`${mistakes.length} mistakes, ${loosenings.length} loosenings`);
  for (const difference of differences) console.log(difference);
  const { decisions, differences: others } = await countersign.policy.backtest.query({ document: stricter });
  console.log(`of ${decisions} decisions ${others.length} would have been others`);

  const reason = 'fresh balances only';
  const before = await countersign.policy.draft.mutate({ document, reason: 'as it is' });
  await countersign.policy.publish.mutate({ version: before.version ?? 0, reason: 'as it is' });
  const after = await countersign.policy.draft.mutate({ document: stricter, reason });
  const { status } = await countersign.policy.publish.mutate({ version: after.version ?? 0, reason });
  console.log(`the new version: ${status}`);
  await countersign.policy.rollback.mutate({ version: before.version ?? 0, reason: 'that was an example' });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
