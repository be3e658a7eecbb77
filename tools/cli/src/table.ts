import Table from 'cli-table3';

type Cell = string | number | boolean | null | undefined;

const textOf = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell));

/** Rows for people; without rows a line that says so. */
export function tableOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return 'none\n';
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  for (const row of rows) table.push(row.map(textOf));
  return `${table.toString()}\n`;
}

/** One thing, a line for each of its fields that has something to say. */
export function fieldsOf(fields: Readonly<Record<string, Cell>>): string {
  const shown = Object.entries(fields).filter(([, value]) => textOf(value) !== '');
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `${name.padEnd(width)}  ${textOf(value)}\n`).join('');
}

export const timeText = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString());

/** What a list says when there is more of it. */
export const moreText = (next: string | number | null, option: string): string =>
  next === null ? '' : `more: ${option} ${next}\n`;
