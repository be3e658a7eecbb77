/**
 * One line of an export after the other, in order, each judged by what came before it. Knows nothing of files. After the
 * first sentence of complaint it must not be used any further.
 */
import { genesis, hashEvent } from './event-hash';
import type { ExportedEvent, ExportLine } from './export-lines';
import type { Keyring } from './keys';
import { createLogDigest } from './log-digest';
import { statementIn, type SignedStatement } from './statement';

export interface Fold {
  /** What is wrong with the line, or undefined. */
  take(line: ExportLine): string | undefined;
  /** What is wrong with an export that ends here, or undefined. */
  end(): string | undefined;
  counts(): Counts;
}

export interface Counts {
  readonly events: number;
  readonly aggregates: number;
  readonly checkpoints: number;
  readonly statement?: SignedStatement;
}

interface Head {
  readonly seq: number;
  readonly hash: string;
}

const beginning: Head = { seq: 0, hash: genesis };

export const createFold = (keyring: Keyring, known: readonly SignedStatement[]): Fold => {
  const heads = new Map<string, Head>();
  const log = createLogDigest();
  let header: string | undefined;
  let checkpoints = 0;
  let closing: SignedStatement | undefined;

  const takeHeader = (keyId: string): string | undefined => {
    if (!keyring.keyIds.includes(keyId)) return 'the export names a key that was not given';
    header = keyId;
    return againstKnown();
  };

  const takeEvent = (event: ExportedEvent): string | undefined => {
    const expected = log.position() + 1;
    if (event.position > expected) return `event ${expected} is missing: here stands event ${event.position}`;
    if (event.position < expected) return `event ${expected} must stand here, not event ${event.position}`;
    const name = JSON.stringify([event.kind, event.id]);
    const head = heads.get(name) ?? beginning;
    const of = `${event.kind} ${event.id}`;
    if (event.seq !== head.seq + 1) {
      return `the next event of ${of} is its number ${head.seq + 1}, not ${event.seq}`;
    }
    if (event.prev !== head.hash) return `the event does not follow the one before it of ${of}`;
    if (hashEvent(event) !== event.hash) return 'the event is not what was hashed when it was stored';
    heads.set(name, { seq: event.seq, hash: event.hash });
    log.add(event.hash);
    return againstKnown() ?? (event.kind === 'checkpoint' ? takeCheckpoint(event.data) : undefined);
  };

  /** A statement in the log is about events before itself. */
  const takeCheckpoint = (data: string): string | undefined => {
    const statement = statementIn(parsed(data));
    if (statement === undefined) return 'the checkpoint holds no statement';
    const mistake = keyring.mistakeIn(statement);
    if (mistake !== undefined) return `the checkpoint does not hold: ${mistake}`;
    if (statement.position >= log.position()) return 'the checkpoint speaks of events that come after it';
    const fits = log.fits(statement);
    if (fits === false) {
      return `the checkpoint does not hold: the first ${statement.position} events are not those it was made of`;
    }
    if (fits === true) checkpoints += 1;
    return undefined;
  };

  const takeClosing = (statement: SignedStatement): string | undefined => {
    const mistake = keyring.mistakeIn(statement);
    if (mistake !== undefined) return `the closing checkpoint does not hold: ${mistake}`;
    if (statement.keyId !== header) return 'the closing checkpoint is of another key than the export names';
    const events = log.position();
    if (statement.position !== events) {
      return `the closing checkpoint covers ${statement.position} events, and here are ${events}`;
    }
    if (statement.digest !== log.digest())
      return 'the closing checkpoint was made of other events than these';
    const unmet = known.find((one) => one.position > events);
    if (unmet !== undefined) {
      return `the export ends before event ${unmet.position}, which a known checkpoint covers`;
    }
    checkpoints += 1;
    closing = statement;
    return undefined;
  };

  const againstKnown = (): string | undefined => {
    const events = log.position();
    const other = known.find((one) => one.position === events && one.digest !== log.digest());
    if (other === undefined) return undefined;
    return `the first ${events} events are not those of a known checkpoint`;
  };

  return {
    take: (line) => {
      if (closing !== undefined) return 'there is more behind the closing checkpoint';
      if (header === undefined) {
        return line.is === 'header' ? takeHeader(line.header.keyId) : 'the header is missing';
      }
      switch (line.is) {
        case 'header':
          return 'there is a second header';
        case 'event':
          return takeEvent(line.event);
        case 'closing':
          return takeClosing(line.statement);
      }
    },
    end: () => (closing === undefined ? 'the file ends without its closing checkpoint' : undefined),
    counts: () => ({
      events: log.position(),
      aggregates: heads.size,
      checkpoints,
      ...(closing !== undefined && { statement: closing }),
    }),
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
