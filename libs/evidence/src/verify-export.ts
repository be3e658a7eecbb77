/**
 * Whether an export is what the holder of the key signed: knows nothing but the file and the public key. It finds an
 * edited, dropped, added, repeated or moved event, a file cut short anywhere, a statement that was forged or moved, and
 * another key, and tells the first line at fault. It reads the file once and keeps the head of every aggregate.
 *
 * It cannot find that the whole file, statement and all, is an older one: for that, hand it a statement kept from before
 * (`known`), or compare the position and time it reports with what is known from elsewhere.
 */
import { setImmediate } from 'node:timers/promises';
import { fault } from '@countersign/policy';
import { parseLine, type ExportLine } from './export-lines';
import { createFold } from './fold';
import { createKeyring } from './keys';
import type { SignedStatement } from './statement';
import { textLines, type TextLine } from './text-lines';

export interface Progress {
  readonly events: number;
  readonly bytes: number;
}

export interface VerifyOptions {
  /** Told now and then, and never after the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Statements kept from earlier: the log they speak of must be the beginning of this one. */
  readonly known?: readonly SignedStatement[];
  readonly signal?: AbortSignal;
}

export interface Broken {
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong there, as a sentence without its end. */
  readonly sentence: string;
}

export interface ExportReport {
  readonly verified: boolean;
  readonly events: number;
  readonly aggregates: number;
  /** Signed statements that hold, in the log and at its end. */
  readonly checkpoints: number;
  /** What closes the file, once it holds. */
  readonly statement?: SignedStatement;
  /** Absent when verified. */
  readonly broken?: Broken;
}

/** Longer than the line of the largest event a store takes. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;
const PROGRESS_EVERY = 1_000;

const unusable: Readonly<Record<Exclude<TextLine['is'], 'line'>, string>> = {
  unreadable: 'the line is not UTF-8 text',
  'too long': 'the line is longer than any event',
  unfinished: 'the file ends within this line',
};

/**
 * `bytes` is the file, e.g. from createReadStream; `publicKeys` one or more public keys in PEM, one after the other: all
 * that ever signed. Throws what reading throws, TypeError for keys that are none, and Fault `cancelled` when aborted.
 */
export const verifyExport = async (
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  publicKeys: string,
  { onProgress, known = [], signal }: VerifyOptions = {},
): Promise<ExportReport> => {
  const fold = createFold(createKeyring(publicKeys), known);
  let line = 0;
  let read = 0;
  const counted = async function* () {
    for await (const chunk of bytes) {
      read += chunk.length;
      yield chunk;
    }
  };
  const end = (sentence?: string): ExportReport => ({
    ...fold.counts(),
    verified: sentence === undefined,
    ...(sentence !== undefined && { broken: { line, sentence } }),
  });

  for await (const text of textLines(counted(), MAX_LINE_BYTES)) {
    line += 1;
    if (text.is !== 'line') return end(unusable[text.is]);
    const parsed: ExportLine | undefined = parseLine(text.text);
    const sentence =
      parsed === undefined ? 'the line is not written as an export writes it' : fold.take(parsed);
    if (sentence !== undefined) return end(sentence);
    if (line % PROGRESS_EVERY === 0) {
      onProgress?.({ events: fold.counts().events, bytes: read });
      await setImmediate();
      if (signal?.aborted === true) throw fault('cancelled');
    }
  }
  line += 1;
  return end(fold.end());
};
