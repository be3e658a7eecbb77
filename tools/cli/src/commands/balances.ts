import type { Command } from 'commander';
import {
  action,
  causeOf,
  revisionText,
  withCause,
  type Call,
  type CauseOptions,
  type Session,
} from '../action';
import { importFile } from '../import-file';

interface PushOptions extends CauseOptions {
  readonly asOf?: string;
}

export function addBalanceCommands(program: Command, session: Session): void {
  const balances = program.command('balances').description('what the ledger says users have');

  withCause(balances.command('push <uid> <chain> <amount>'))
    .description('one balance; an older one than is known is refused')
    .option('--as-of <time>', 'when it was true, ISO 8601 or ms since 1970 (default: now)')
    .action(
      action(session, async (call: Call<PushOptions>, uid: string, chainId: string, amount: string) => {
        const asOf = timeIn(call.options.asOf) ?? call.terminal.now();
        const input = { uid, chainId, amount, asOf, ...causeOf(call.options) };
        call.show(await call.countersign().balances.push.mutate(input, call.signal), revisionText);
      }),
    );

  withCause(balances.command('import <csv>'))
    .description(
      'a balance for each row: uid, chain_id, amount, as_of (ISO 8601 or ms since 1970), all required',
    )
    .addHelpText('after', '\nMay be run again with the same file: rows that were done are not done again.')
    .action(
      action(session, (call: Call<CauseOptions>, file: string) =>
        importFile(call, file, {
          columns: { required: ['uid', 'chain_id', 'amount', 'as_of'], optional: [] },
          send: (rows, cause) => {
            const items = rows.map((row) => ({
              uid: row['uid'] ?? '',
              chainId: row['chain_id'] ?? '',
              amount: row['amount'] ?? '',
              asOf: timeIn(row['as_of']) ?? '',
            }));
            return call.countersign().balances.pushMany.mutate({ items, ...cause }, call.signal);
          },
          isDone: () => false,
        }),
      ),
    );
}

const timeIn = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : text;
