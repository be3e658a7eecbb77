/**
 * What a decision costs in memory, beside the parts of the work around it. Nothing is asserted: times belong to the
 * machine they were taken on, ratios travel better. docs/performance.md keeps some of both.
 */
import { cpus } from 'node:os';
import { Command } from 'commander';
import { lastResult, measure, type Measured } from './bench-measure';
import { figure, tableText } from './bench-table';
import { benchTasks } from './bench-tasks';
import { wholeNumber } from './bench-whole-number';

interface Options {
  readonly rounds: number;
  readonly runs: number;
  readonly longest: number;
  readonly destinations: number;
  readonly holds: number;
  readonly settled: number;
  readonly json: boolean;
}

const program = new Command('bench')
  .description('Times decisions of the policy core on a user with much behind it, in memory.')
  .option('--rounds <n>', 'rounds through all tasks', wholeNumber(100), 5)
  .option('--runs <n>', 'timed runs of a task in a round', wholeNumber(1_000_000), 3_000)
  .option('--longest <s>', 'seconds after which a round of one task ends early', wholeNumber(600), 3)
  .option('--destinations <n>', 'destinations of the full user', wholeNumber(1_000), 100)
  .option('--holds <n>', 'open holds of the full user', wholeNumber(900), 500)
  .option('--settled <n>', 'operations in the history of the full user', wholeNumber(1_000_000), 100_000)
  .option('--json', 'print the figures as JSON, times in ms', false)
  .addHelpText(
    'after',
    `
Examples:
  npm run bench
  npm run bench -- --rounds 9 --holds 50`,
  );

const head = ['µs', 'median', 'p95', 'p99', 'worst p99', 'CPU median', 'CPU p99', 'ratio', 'runs'];

const row = ({ name, wall, cpu, worst, ratio, runs }: Measured): readonly string[] => [
  name,
  ...[wall.median, wall.p95, wall.p99, worst, cpu.median, cpu.p99].map((ms) => figure(ms * 1000)),
  `×${figure(ratio)}`,
  String(runs),
];

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function main(): void {
  const { longest, json, rounds, runs, ...size } = program.parse().opts<Options>();
  const report = (line: string) => process.stderr.write(`${line}\n`);
  report(
    `preparing ${size.settled} settled operations, ${size.holds} holds, ${size.destinations} destinations`,
  );
  const tasks = benchTasks(size);
  const measured = measure(
    tasks,
    { rounds, runs, longestMs: longest * 1000 },
    {
      wall: () => performance.now(),
      cpu: cpuMs,
      onRound: (done) => report(`round ${done} of ${rounds}`),
    },
  );
  if (lastResult() === undefined) throw new Error('the last task returned nothing');
  if (json) return console.log(JSON.stringify(measured, null, 2));
  const [cpu] = cpus();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown CPU'}\n`);
  console.log(tableText(head, measured.map(row)));
  console.log(
    [
      '',
      `Figures of the middle of ${rounds} rounds; CPU: processor time used, the figure to trust on a busy machine;`,
      'ratio: of medians, to the first line; runs: in each round.',
    ].join('\n'),
  );
}

main();
