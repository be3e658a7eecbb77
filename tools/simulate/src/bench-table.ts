/** A table for a terminal: the first column to the left, figures to the right, one line per row. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...rows].map((row) => lineText(row, widths)).join('\n');
}

/** One row, for a table that is printed as it grows. */
export const lineText = (cells: readonly string[], widths: readonly number[]): string =>
  widths
    .map((width, column) => {
      const cell = cells[column] ?? '';
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    })
    .join('  ')
    .trimEnd();

/** Three significant figures: 0.0123, 1.23, 123. */
export const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();
