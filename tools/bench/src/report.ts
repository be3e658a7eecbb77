import { cpus } from 'node:os';
import Table from 'cli-table3';
import type { Verdict } from './verdict';

export interface Part {
  readonly title: string;
  readonly sensitivityUs: number;
  readonly verdicts: readonly Verdict[];
}

const figure = (value: number, digits: number): string => value.toFixed(digits);
const signed = (value: number, digits: number): string => `${value < 0 ? '' : '+'}${figure(value, digits)}`;

export function reportText(
  parts: readonly Part[],
  bound: number,
  longer: { times: number; delta: number },
): string {
  const [cpu] = cpus();
  const over = parts.flatMap(({ verdicts }) => verdicts.filter(({ within }) => !within));
  return [
    `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown CPU'}`,
    ...parts.flatMap(({ title, sensitivityUs, verdicts }) => [
      '',
      `${title}: all replies alike but for time; an effect of ${bound} is ${figure(sensitivityUs, 1)} µs here`,
      tableOf(verdicts),
    ]),
    '',
    `An envelope of ${longer.times} times the length, for comparison: effect ${signed(longer.delta, 2)}.`,
    over.length === 0
      ? `No class stands out by ${bound} or more.`
      : `Stands out: ${over.map(({ name }) => name).join(', ')}.`,
  ].join('\n');
}

function tableOf(verdicts: readonly Verdict[]): string {
  const table = new Table({
    head: ['class', 'requests', 'median µs', 'to the rest µs', 'effect', ''],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const { name, samples, medianUs, differenceUs, delta, within } of verdicts)
    table.push([
      name,
      String(samples),
      figure(medianUs, 1),
      signed(differenceUs, 1),
      signed(delta, 3),
      within ? '' : 'OVER',
    ]);
  return table.toString();
}
