/** Prints events after a position, until there were as many as asked for: `follow-events.ts <after> <count>`. */
import { createCountersign, followEvents } from '@countersign/client';

const countersign = createCountersign({
  url: process.env['COUNTERSIGN_URL'] ?? 'http://127.0.0.1:7200',
  token: process.env['COUNTERSIGN_TOKEN'] ?? '',
});

async function main(after: number, count: number): Promise<void> {
  let seen = 0;
  for await (const { position, kind, id, type } of followEvents(countersign, { after })) {
    console.log(`${position} ${kind} ${id} ${type}`);
    // Whatever handles events keeps the position of the last one, and begins there after a restart.
    if ((seen += 1) === count) return;
  }
}

main(Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 10)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
