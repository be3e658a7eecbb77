import type { Command } from 'commander';
import type { AuditedStore, OpenAudited } from './open-audited';
import { createProgress } from './progress';
import type { ExitCode, Terminal } from './terminal';
import { UsageError } from './usage-error';

/** What every command is given by the command line. */
export interface Session {
  readonly terminal: Terminal;
  readonly open: OpenAudited;
  readonly done: (code: ExitCode) => void;
}

export interface StoreOptions {
  readonly store?: string;
  readonly json?: boolean;
}

const TICK_MS = 250;

export const addStoreOptions = (command: Command): Command =>
  command
    .option('--store <url>', 'sqlite:<path> or mongodb://<hosts>/<database> (default: STORE_URL)')
    .option('--json', 'print the result as JSON');

/** Opens the store, runs `work` with the progress line on, and leaves the store closed and no half line behind. */
export async function withStore(
  { terminal, open, done }: Session,
  options: StoreOptions,
  work: (store: AuditedStore, progress: (text: string) => void) => Promise<ExitCode>,
): Promise<void> {
  const url = options.store ?? terminal.env['STORE_URL'];
  if (url === undefined || url === '')
    throw new UsageError('--store or STORE_URL must say which store to read');
  const store = await open(url, terminal.cwd);
  const progress = createProgress({ write: terminal.err, tty: terminal.errIsTty, now: terminal.now });
  const ticking = setInterval(progress.tick, TICK_MS);
  try {
    done(await work(store, progress.at));
  } finally {
    clearInterval(ticking);
    progress.end();
    await store.close();
  }
}
