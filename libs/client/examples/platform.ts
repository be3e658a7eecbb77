/** What is not enabled is not answered: a chain is enabled with the limits that hold for everybody. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(chainId: string): Promise<void> {
  await countersign.platform.enableChain.mutate({
    chainId,
    limits: [{ kind: 'transaction', max: '25' }],
    reason: 'listed today',
  });
  const { chains, settings } = await countersign.platform.get.query({});
  for (const chain of chains) console.log(`${chain.chainId}: ${chain.limits.length} limits for everybody`);
  console.log(`a loosening is made ${settings.loosening}`);
  await countersign.platform.disableChain.mutate({ chainId, reason: 'that was an example' });
}

main(`example-${Date.now()}`).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
