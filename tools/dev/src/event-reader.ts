import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createCountersign, followEvents } from '@countersign/client';
import { developmentToken, readIssuer } from './development-issuer';

/**
 * A service that copies the log of events into a file, and may be killed at any moment: what it knows of its place is
 * the last whole line of the file. Started again, it goes on behind that line.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, issuer: { type: 'string' }, file: { type: 'string' } },
  });
  const { url = '', issuer: issuerFile = '', file = '' } = values;
  const issuer = await readIssuer(issuerFile);
  const countersign = createCountersign({
    url,
    token: () => developmentToken(issuer, { subject: 'event reader', scopes: ['events:read'] }, Date.now()),
  });
  for await (const { position, kind, id, seq, type, prev, hash } of followEvents(countersign, {
    after: lastPosition(file),
  })) {
    appendFileSync(file, `${JSON.stringify({ position, kind, id, seq, type, prev, hash })}\n`);
  }
}

/** Cuts off a line that was being written when the reader was killed. */
function lastPosition(file: string): number {
  writeFileSync(file, '', { flag: 'a', mode: 0o600 });
  const text = readFileSync(file, 'utf8');
  const end = text.lastIndexOf('\n') + 1;
  truncateSync(file, Buffer.byteLength(text.slice(0, end)));
  const last = text.slice(0, end).trimEnd().split('\n').at(-1) ?? '';
  return last === '' ? 0 : (JSON.parse(last) as { position: number }).position;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
