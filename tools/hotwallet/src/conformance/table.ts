/** The results as a table for people, and the list of what would be checked. */
import Table from 'cli-table3';
import type { Check } from './check';
import type { CheckResult } from './run';

const words = { holds: 'holds', fails: 'FAILS', 'not run': 'NOT RUN' } as const;

export const resultTable = (results: readonly CheckResult[]): string => {
  const table = new Table({
    head: ['result', 'check', 'what it proves', 'seen', 'ms'],
    colWidths: [9, 33, 44, 44, 8],
    colAligns: ['left', 'left', 'left', 'left', 'right'],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { outcome, name, proves, detail, ms } of results) {
    table.push([words[outcome], name, proves, shortened(detail), String(ms)]);
  }
  return `${table.toString()}\n`;
};

export const summary = (results: readonly CheckResult[]): string => {
  const count = (outcome: CheckResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  return `${results.length} checks: ${count('holds')} hold, ${count('fails')} fail, ${count('not run')} not run\n`;
};

export const checkList = (checks: readonly Check[]): string => {
  const table = new Table({
    head: ['check', 'what it proves', 'fixtures it needs'],
    colWidths: [33, 72, 28],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { name, proves, needs } of checks) table.push([name, proves, needs.join(', ')]);
  return `${table.toString()}\n`;
};

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
