/** `audit verify`: exit code 0 only if every chain holds, every state replays and every decision recomputes. */
import type { Command } from 'commander';
import { addStoreOptions, withStore, type Session, type StoreOptions } from '../session';
import { tableOf } from '../table';
import { verifyStore, type Report } from '../verify-store';

export const addVerifyCommand = (program: Command, session: Session): void => {
  const command = program
    .command('verify')
    .description('hold every hash chain, state and decision against the events they were made of');
  addStoreOptions(command).action((options: StoreOptions) => verify(session, options));
};

const verify = (session: Session, options: StoreOptions): Promise<void> =>
  withStore(session, options, async (store, progress) => {
    const { terminal } = session;
    const report = await verifyStore({ store, signal: terminal.signal, progress });
    terminal.out(options.json === true ? `${JSON.stringify(report, undefined, 2)}\n` : text(report));
    return report.found === 0 ? 0 : 1;
  });

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
