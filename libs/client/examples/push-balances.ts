/** A ledger tells what its users have. Run again with the same key, it changes nothing: the first result is told again. */
import { createCountersign, CountersignError } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
  onRetry: ({ procedure, error }) => console.error(`${procedure}: ${error.message}, again`),
});

async function main(uids: readonly string[]): Promise<void> {
  const asOf = Date.now();
  const { results } = await countersign.balances.pushMany.mutate({
    items: uids.map((uid) => ({ uid, chainId: 'bitcoin', amount: '0.4', asOf })),
    reason: 'end of day',
    idempotencyKey: `end-of-day-${asOf}`,
  });
  for (const result of results) {
    const uid = uids[result.index] ?? '';
    console.log(result.ok ? `${uid}: revision ${result.value.revision}` : `${uid}: ${result.fault.message}`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof CountersignError ? `${error.code}: ${error.message}` : error);
  process.exitCode = 1;
});
