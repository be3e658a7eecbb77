/** `audit backtest`: a draft policy on the history there is. Exit code 1 when it would have answered anybody otherwise. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Outcome } from '@countersign/commands';
import { PLATFORM_ID, notReplayed, type Platform, type Tier } from '@countersign/policy';
import { backtestStore, type BacktestReport } from '../backtest-store';
import { readDraft } from '../draft';
import type { AuditedStore } from '../open-audited';
import { addStoreOptions, withStore, type Session, type StoreOptions } from '../session';
import { tableOf, timeText } from '../table';
import { UsageError } from '../usage-error';

interface BacktestOptions extends StoreOptions {
  readonly draft: string;
  readonly since?: string;
  readonly until?: string;
}

const help = `
The draft file, JSON; what it leaves out stays as it is now, and with no platform in it the platform is that of the time:
  { "platform": { "chains": [{ "chainId": "bitcoin", "limits": [{ "kind": "transaction", "max": "1" }] }],
                  "settings": { "balanceMaxAgeMs": 3600000 } },
    "tiers": { "retail": { "mode": "permit",
                           "limits": [{ "chainId": "bitcoin", "limits": [{ "kind": "sliding", "ms": 86400000, "max": "2" }] }] } } }

Freezes stay as they were. Destinations keep the usable-from time they were given. What the draft refuses takes no
headroom from later operations; what it allows is taken to have been carried out.
Exit code: 0 every answer stays, 1 some would have been others, 2 wrong usage or no readable store.`;

export const addBacktestCommand = (program: Command, session: Session): void => {
  const command = program
    .command('backtest')
    .description('who would have been refused under a draft policy, by which limit')
    .requiredOption('--draft <file>', 'the policy to try')
    .option(
      '--since <time>',
      'put the draft in force at this time, such as 2026-01-31 or 2026-01-31T12:00:00Z',
    )
    .option('--until <time>', 'end before this time');
  addStoreOptions(command)
    .addHelpText('after', help)
    .action((options: BacktestOptions) => backtest(session, options));
};

const backtest = async (session: Session, options: BacktestOptions): Promise<void> => {
  const { terminal } = session;
  const since = options.since === undefined ? 0 : timeOf('--since', options.since);
  const until = options.until === undefined ? Infinity : timeOf('--until', options.until);
  if (since >= until) throw new UsageError('--since: must lie before --until');
  const text = await draftText(resolve(terminal.cwd, options.draft));
  await withStore(session, options, async (store, progress) => {
    const { draft, ignored } = await draftFor(store, text);
    for (const member of ignored) {
      terminal.err(`audit: ${member} is not replayed: what it decides was settled when it happened\n`);
    }
    const outcomes: Outcome[] = [];
    const deps = {
      store,
      signal: terminal.signal,
      progress,
      each: (one: Outcome) => void outcomes.push(one),
    };
    const report = await backtestStore(deps, draft, { since, until });
    terminal.out(
      options.json === true
        ? `${JSON.stringify({ ...report, outcomes }, undefined, 2)}\n`
        : outcomeTable(outcomes) + totals(report),
    );
    return outcomes.length + report.unusable.length === 0 ? 0 : 1;
  });
};

async function draftFor(store: Pick<AuditedStore, 'get'>, text: string) {
  const platform = (await store.get<Platform>('platform', PLATFORM_ID))?.state;
  const tiers: Tier[] = [];
  const tier = async (tierId: string) => {
    const found = (await store.get<Tier>('tier', tierId))?.state;
    if (found !== undefined) tiers.push(found);
    return found;
  };
  const draft = await readDraft(text, { platform, tier });
  return { draft, ignored: notReplayed(draft, { platform, tiers }) };
}

async function draftText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`--draft: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

function timeOf(option: string, text: string): number {
  const at = TIME.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) throw new UsageError(`${option}: must be like 2026-01-31 or 2026-01-31T12:00:00Z`);
  return at;
}

const outcomeTable = (outcomes: readonly Outcome[]): string =>
  tableOf(
    ['time', 'user', 'permit', 'amount', 'would be', 'by', 'layer'],
    outcomes.map(({ at, uid, referenceId, asked, change, would }) => [
      timeText(at),
      uid,
      referenceId,
      asked === null ? '' : `${asked.amount} ${asked.chainId}`,
      change,
      would.binding === null ? would.rule : `${would.binding.key} (${would.binding.max})`,
      would.binding?.layer === 'tier' ? `tier ${would.tierId}` : (would.binding?.layer ?? ''),
    ]),
  );

function totals({
  users,
  decisions,
  refused,
  allowed,
  otherAnswers,
  totals,
  unusable,
}: BacktestReport): string {
  const rows = totals.map(({ chainId, by, layer, count, amount }) => [
    chainId ?? '',
    by,
    layer ?? '',
    String(count),
    amount,
  ]);
  const problems = unusable.map(({ uid, message }) => `not replayed to its end: user ${uid}: ${message}\n`);
  return `${tableOf(['chain', 'would refuse', 'layer', 'operations', 'amount'], rows)}${problems.join('')}${decisions} decisions of ${users} users: ${refused} would have been refused, ${allowed} allowed, ${otherAnswers} answered otherwise\n`;
}
