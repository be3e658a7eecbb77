import type { RunResult } from './run';
import { counted, countedUnder, type Tally } from './tally';

const number = (value: number): string => Math.round(value).toLocaleString('en-US');

const list = (tally: Tally, prefix: string): string =>
  countedUnder(tally, prefix)
    .map(([what, by]) => `${what} ${number(by)}`)
    .join(', ');

/** What happened, for a person; one line for each thing to look at. */
export function summary({ ops, tally, failure }: RunResult, seconds: number): string {
  const of = (what: string): string => number(counted(tally, what));
  const refused = countedUnder(tally, 'rules/').filter(
    ([rule]) => !/^(granted|granted_again|budget)$/.test(rule),
  );
  const rows: readonly (readonly [string, string])[] = [
    [
      'operations',
      `${number(ops)} in ${of('episodes')} episodes, ${number(ops / seconds)} a second, ${of('events')} events`,
    ],
    ['calls', list(tally, 'calls/')],
    [
      'reads granted',
      `${of('rules/granted')}, the same again ${of('rules/granted_again')}, budgets told ${of('rules/budget')}`,
    ],
    ['reads refused', refused.map(([rule, by]) => `${rule} ${number(by)}`).join(', ')],
    [
      'holds',
      `${of('holds')}: settled ${of('holds/settled')}, released ${of('holds/released')}, open ${of('holds/open')}`,
    ],
    ['updates', list(tally, 'updates/')],
    [
      'ledger',
      `moved more than held ${of('moved more than held')}, denied ${of('denied by the ledger')}, reports lost ${of('lost reports')}`,
    ],
    ['faults', list(tally, 'faults/')],
    [
      'crashes',
      `${of('crashes')} calls lost in ${of('restarts')} restarts, ${of('crowds')} times several calls at once`,
    ],
    [
      'verified',
      `${of('chains')} chains, ${of('replayed')} states replayed, ${of('decided again')} decisions made again`,
    ],
    ['overspend', failure === null ? `0 in ${of('true windows')} true windows` : 'not known: the run failed'],
  ];
  return rows.map(([name, text]) => `${name.padEnd(14)} ${text === '' ? 'none' : text}\n`).join('');
}
