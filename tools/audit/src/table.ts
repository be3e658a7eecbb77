import Table from 'cli-table3';

/** Rows for people; without rows there is no table. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  for (const row of rows) table.push([...row]);
  return `${table.toString()}\n`;
}

export const timeText = (ms: number): string => new Date(ms).toISOString();
