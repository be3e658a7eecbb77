/**
 * The export of a log: text, one JSON object a line, each line ended by one newline. First a header, then the events in
 * order of position, at last the signed statement that covers exactly these. There is one way to write each line, so a
 * verifier takes no other: nothing in the file is free to be changed.
 */
import type { HashedEvent } from './event-hash';
import { statementIn, type SignedStatement } from './statement';

export interface ExportedEvent extends HashedEvent {
  readonly position: number; // over all aggregates, dense, from 1
  readonly hash: string;
}

export interface ExportHeader {
  readonly keyId: string;
}

const FORMAT = 'countersign.events.v1';

/** The first line. `keyId` is that of the closing statement's key. */
export const headerLine = ({ keyId }: ExportHeader): string =>
  `${JSON.stringify({ format: FORMAT, keyId })}\n`;

export const eventLine = (event: ExportedEvent): string => {
  const { position, kind, id, seq, type, at, actor, reason, requestId, data, prev, hash } = event;
  return `${JSON.stringify({ position, kind, id, seq, type, at, actor, reason, requestId, data, prev, hash })}\n`;
};

/** The last line. */
export const closingLine = ({ position, digest, at, keyId, signature }: SignedStatement): string =>
  `${JSON.stringify({ checkpoint: { position, digest, at, keyId, signature } })}\n`;

export type ExportLine =
  | { readonly is: 'header'; readonly header: ExportHeader }
  | { readonly is: 'event'; readonly event: ExportedEvent }
  | { readonly is: 'closing'; readonly statement: SignedStatement };

/** `text` is without its newline. Undefined for whatever the functions above would not have written, character by character. */
export const parseLine = (text: string): ExportLine | undefined => {
  const line = interpreted(text);
  return line !== undefined && writtenAs(line) === `${text}\n` ? line : undefined;
};

const writtenAs = (line: ExportLine): string => {
  if (line.is === 'header') return headerLine(line.header);
  return line.is === 'event' ? eventLine(line.event) : closingLine(line.statement);
};

function interpreted(text: string): ExportLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Partial<Record<string, unknown>>;
  if (fields['format'] === FORMAT && typeof fields['keyId'] === 'string') {
    return { is: 'header', header: { keyId: fields['keyId'] } };
  }
  const statement = statementIn(fields['checkpoint']);
  if (statement !== undefined) return { is: 'closing', statement };
  return isEvent(fields) ? { is: 'event', event: fields } : undefined;
}

const counts = ['position', 'seq', 'at'] as const;
const texts = ['kind', 'id', 'type', 'actor', 'reason', 'requestId', 'data', 'prev', 'hash'] as const;

const isEvent = (fields: object): fields is ExportedEvent => {
  const value = fields as Partial<Record<string, unknown>>;
  return (
    counts.every((name) => Number.isSafeInteger(value[name])) &&
    texts.every((name) => typeof value[name] === 'string')
  );
};
