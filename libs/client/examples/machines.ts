/** A machine acts on its user's balances, limits, destinations and permits. It is suspended by itself. */
import { createCountersign } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(uid: string, machineId: string): Promise<void> {
  await countersign.machines.create.mutate({ machineId, uid, role: 'signer', reason: 'sweeps deposits' });
  await countersign.machines.setStatus.mutate({ machineId, status: 'suspended', reason: 'maintenance' });
  const { machines } = await countersign.machines.list.query({ uid });
  for (const machine of machines) console.log(`${machine.machineId}: ${machine.status}`);
}

main(process.argv[2] ?? '', `sweeper-${Date.now()}`).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
