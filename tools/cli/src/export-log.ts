/**
 * The log in a file that proves itself. A checkpoint is made first, and every event up to it written; each must hash to
 * what it says it does, and all together to what was signed, so that a file which would not verify is not left behind.
 * It is written under another name and gets its own when it is whole and on disk.
 */
import { open, rename, rm } from 'node:fs/promises';
import {
  closingLine,
  digestAfter,
  emptyDigest,
  eventLine,
  hashEvent,
  headerLine,
  type SignedStatement,
} from '@countersign/evidence';
import { CountersignError } from '@countersign/client';
import type { Call } from './action';
import { createProgress } from './progress';

const PAGE = 1_000;

/** Resolves with what closes the file. Throws CountersignError. */
export async function exportLog(call: Call<object>, file: string, reason: string): Promise<SignedStatement> {
  const countersign = call.countersign();
  const { position, digest, at, keyId, signature } = await countersign.events.checkpoint.mutate(
    { reason },
    call.signal,
  );
  const unfinished = `${file}.${process.pid}.part`;
  const progress = createProgress(call.terminal, position, 'events');
  const output = await open(unfinished, 'wx', 0o600);
  try {
    await output.write(headerLine({ keyId }));
    let after = 0;
    let running = emptyDigest;
    while (after < position) {
      const { events } = await countersign.events.list.query({ after, limit: PAGE }, call.signal);
      const lines: string[] = [];
      for (const { data, ...event } of events.filter((one) => one.position <= position)) {
        const whole = { ...event, data: JSON.stringify(data) };
        if (whole.position !== after + 1) throw unfaithful(`event ${after + 1} is missing`);
        if (hashEvent(whole) !== whole.hash)
          throw unfaithful(`event ${whole.position} is not what was sealed`);
        running = digestAfter(running, whole.hash);
        after = whole.position;
        lines.push(eventLine(whole));
      }
      if (lines.length === 0) throw unfaithful(`event ${after + 1} is missing`);
      await output.write(lines.join(''));
      progress.at(after);
    }
    if (running !== digest) throw unfaithful('its events are not those that were signed');
    const statement = { position, digest, at, keyId, signature };
    await output.write(closingLine(statement));
    await output.sync();
    await output.close();
    await rename(unfinished, file);
    return statement;
  } finally {
    progress.end();
    await output.close().catch(() => undefined);
    await rm(unfinished, { force: true });
  }
}

const unfaithful = (sentence: string): CountersignError =>
  new CountersignError({ code: 'internal', message: `the log cannot be exported: ${sentence}` });
