/**
 * Draws the curve of a busy account: what its document, its commits and its decisions cost after 2,000 operations and
 * after 100,000. Nothing is asserted; the figures are of the machine it runs on, and docs/performance.md keeps some.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@countersign/store';
import { createMemoryDisk, openMemoryStore } from '@countersign/store/testing';
import { Command, Option } from 'commander';
import { lineText } from './bench-table';
import { wholeNumber } from './bench-whole-number';
import { chartText } from './curve-chart';
import { runCurve } from './curve-run';
import { columns, csvText, curves, flatness, type Sample } from './curve-sample';

interface Options {
  readonly ops: number;
  readonly days: number;
  readonly sampleEvery: number;
  readonly destinations: number;
  readonly perDestination: boolean;
  readonly store: 'sqlite' | 'memory';
  readonly csv?: string;
}

const widths = columns.map(({ title }) => Math.max(title.length, 10));

const program = new Command('curve')
  .description('Many settled operations of one machine account on a virtual clock, sampled as they go.')
  .option('--ops <n>', 'operations to settle', wholeNumber(10_000_000), 100_000)
  .option(
    '--days <n>',
    'virtual days they are spread over, at least ten seconds each',
    wholeNumber(3_650),
    30,
  )
  .option('--sample-every <n>', 'operations between two samples', wholeNumber(1_000_000), 2_000)
  .option('--destinations <n>', 'destinations they go to in turn', wholeNumber(1_000), 1)
  .option('--per-destination', 'with a limit per destination, so that each has a history', false)
  .addOption(new Option('--store <kind>', 'where it is kept').choices(['sqlite', 'memory']).default('sqlite'))
  .option('--csv <file>', 'also write the samples as CSV')
  .addHelpText(
    'after',
    `
SQLite is opened in a new folder under $TMPDIR, which is removed at the end and on Ctrl-C. On a folder in memory (tmpfs)
commits cost less than they would on a disk.

Examples:
  node --import tsx tools/simulate/src/curve.ts --ops 100000 --csv curve.csv
  node --import tsx tools/simulate/src/curve.ts --store memory --ops 20000 --days 6`,
  );

async function main(): Promise<void> {
  const options = program.parse().opts<Options>();
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const folder = await mkdtemp(join(tmpdir(), 'countersign-curve-'));
  const samples: Sample[] = [];
  const progress = createProgress(options.ops);
  try {
    console.log(
      lineText(
        columns.map(({ title }) => title),
        widths,
      ),
    );
    const complete = await runCurve(
      { ...options, operations: options.ops },
      {
        open: async (now) =>
          options.store === 'memory'
            ? openMemoryStore(createMemoryDisk(), { now })
            : openStore(`sqlite:${join(folder, 'curve.db')}`, { now, newId: randomUUID }),
        stopwatch: () => performance.now(),
        signal: stop.signal,
        onOperation: progress.at,
        onSample: (sample) => {
          samples.push(sample);
          progress.clear();
          console.log(
            lineText(
              columns.map(({ name, text }) => text(sample[name])),
              widths,
            ),
          );
        },
      },
    );
    progress.clear();
    summarize(samples);
    if (options.csv !== undefined) await writeFile(options.csv, csvText(samples));
    if (!complete) {
      console.error('stopped before the end');
      process.exitCode = 130;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function summarize(samples: readonly Sample[]): void {
  if (samples.length === 0) return;
  for (const { name, title, text } of curves) {
    const values = samples.map((sample) => sample[name]);
    const ratio = flatness(values);
    const told = Number.isNaN(ratio) ? 'too few samples for a ratio' : `×${ratio.toFixed(2)}`;
    const chart = {
      title: `${title}: last quarter over second quarter ${told}`,
      values,
      height: 8,
      label: text,
    };
    console.log(`\n${chartText(chart)}`);
  }
}

/** One line that is rewritten, on a terminal only: elsewhere the samples themselves tell how far it is. */
function createProgress(total: number) {
  const shown = process.stderr.isTTY;
  let last = 0;
  return {
    at: (done: number) => {
      if (!shown || performance.now() - last < 200) return;
      last = performance.now();
      process.stderr.write(`\r${done} of ${total} operations (${Math.floor((100 * done) / total)} %)`);
    },
    clear: () => {
      if (shown) process.stderr.write('\r\u001b[K');
    },
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
