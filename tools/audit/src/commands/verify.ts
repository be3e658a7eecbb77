/** `audit verify`: exit code 0 only if every chain holds, every state replays and every decision recomputes. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createKeyring, type Keyring } from '@countersign/evidence';
import type { Command } from 'commander';
import { addStoreOptions, withStore, type Session, type StoreOptions } from '../session';
import { tableOf } from '../table';
import { UsageError } from '../usage-error';
import { verifyStore, type Report } from '../verify-store';

export const addVerifyCommand = (program: Command, session: Session): void => {
  const command = program
    .command('verify')
    .description('hold every hash chain, state and decision against the events they were made of');
  addStoreOptions(command)
    .option('--audit-key <file>', 'public keys in PEM; with them the signatures of checkpoints are verified')
    .action((options: VerifyOptions) => verify(session, options));
};

interface VerifyOptions extends StoreOptions {
  readonly auditKey?: string;
}

async function verify(session: Session, options: VerifyOptions): Promise<void> {
  const { terminal } = session;
  const keyring = options.auditKey === undefined ? undefined : await readKeys(options.auditKey, terminal.cwd);
  await withStore(session, options, async (store, progress) => {
    const report = await verifyStore({ store, signal: terminal.signal, progress, keyring });
    terminal.out(options.json === true ? `${JSON.stringify(report, undefined, 2)}\n` : text(report));
    return report.found === 0 ? 0 : 1;
  });
}

async function readKeys(file: string, cwd: string): Promise<Keyring> {
  try {
    return createKeyring(await readFile(resolve(cwd, file), 'utf8'));
  } catch (error) {
    throw new UsageError(`--audit-key ${file}: ${error instanceof Error ? error.message : 'not readable'}`);
  }
}

function text({ aggregates, events, decisions, found, findings }: Report): string {
  const rows = findings.map(({ kind, id, seq, reason, message }) => [
    kind,
    id,
    seq === null ? '' : String(seq),
    reason,
    message,
  ]);
  const more = found > findings.length ? `and ${found - findings.length} more findings\n` : '';
  const verdict = found === 0 ? 'nothing found' : `${found} found`;
  return `${tableOf(['kind', 'id', 'event', 'finding', 'what is wrong'], rows)}${more}${aggregates} aggregates, ${events} events, ${decisions} decisions: ${verdict}\n`;
}
