/**
 * Sends the rows of a CSV file in batches and tells of every row that could not be done. Each batch has a key made of
 * the file's content and its first row, so the same file may be sent again: what was done is recognised by the service.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { createProgress } from './progress';
import type { Call, CauseOptions } from './action';
import type { ExitCode } from './terminal';
import { UsageError } from './usage-error';

export type Row = Readonly<Record<string, string>>;

interface RowFault {
  readonly code: string;
  readonly message: string;
  readonly details: readonly string[];
}

interface RowResult {
  readonly index: number;
  readonly ok: boolean;
  readonly fault?: RowFault;
}

export interface ImportDeps {
  readonly columns: { readonly required: readonly string[]; readonly optional: readonly string[] };
  readonly send: (
    rows: readonly Row[],
    cause: { readonly reason: string; readonly idempotencyKey: string },
  ) => Promise<{ readonly results: readonly RowResult[] }>;
  /** Whether a fault says that there is nothing left to do. */
  readonly isDone: (fault: RowFault) => boolean;
}

const BATCH = 100;

/** The exit code is 1 when a row failed. */
export async function importFile(
  call: Call<CauseOptions>,
  file: string,
  deps: ImportDeps,
): Promise<ExitCode> {
  const { terminal, options } = call;
  const content = await readFile(call.path(file)).catch((error: Error) => {
    throw new UsageError(`${file} cannot be read: ${error.message}`);
  });
  const rows = rowsIn(content.toString('utf8'), file, deps.columns);
  const key = options.key ?? createHash('sha256').update(content).digest('base64url');
  const progress = createProgress(terminal, rows.length, 'rows');
  const failures: { line: number; fault: RowFault }[] = [];
  let done = 0;
  let skipped = 0;
  try {
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH);
      const cause = { reason: options.reason, idempotencyKey: `${key}.${BATCH}.${from}` };
      for (const { index, ok, fault } of (await deps.send(batch, cause)).results) {
        if (ok) done += 1;
        else if (fault !== undefined && deps.isDone(fault)) skipped += 1;
        // The first line of the file names the columns.
        else if (fault !== undefined) failures.push({ line: from + index + 2, fault });
      }
      progress.at(from + batch.length);
    }
  } finally {
    progress.end();
    if (done + skipped + failures.length < rows.length)
      terminal.err(
        `${file}: ${done + skipped + failures.length} of ${rows.length} rows were sent; run it again to go on\n`,
      );
  }
  call.show({ rows: rows.length, done, skipped, failures }, () =>
    report(file, rows.length, done, skipped, failures),
  );
  return failures.length === 0 ? 0 : 1;
}

function rowsIn(
  text: string,
  file: string,
  { required, optional: more }: ImportDeps['columns'],
): readonly Row[] {
  let rows: Row[];
  try {
    rows = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${file} is not CSV: ${error.message}`);
    throw error;
  }
  const [first] = rows;
  if (first === undefined) throw new UsageError(`${file} has no rows; its first line must name the columns`);
  const known = [...required, ...more];
  const mistakes = [
    ...required.filter((name) => !(name in first)).map((name) => `misses the column ${name}`),
    ...Object.keys(first)
      .filter((name) => !known.includes(name))
      .map((name) => `has an unknown column ${name}`),
  ];
  if (mistakes.length > 0)
    throw new UsageError(`${file} ${mistakes.join(', ')}; known are ${known.join(', ')}`);
  return rows;
}

const report = (
  file: string,
  rows: number,
  done: number,
  skipped: number,
  failures: readonly { line: number; fault: RowFault }[],
): string =>
  [
    ...failures.map(
      ({ line, fault }) =>
        `${file}:${line}: ${fault.code}: ${fault.details.length > 0 ? fault.details.join('; ') : fault.message}`,
    ),
    `${rows} rows: ${done} done, ${skipped} there already, ${failures.length} failed`,
    '',
  ].join('\n');

/** The columns that have a value, under the names of the service. */
export const optional = <Name extends string>(row: Row, names: Readonly<Record<string, Name>>) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([column, name]) => {
      const value = row[column];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  ) as Partial<Record<Name, string>>;
