import { Option, type Command } from 'commander';
import type { Inputs } from '@countersign/client';
import {
  action,
  causeOf,
  count,
  given,
  withCause,
  type Call,
  type CauseOptions,
  type Session,
} from '../action';
import { changesText, changeText } from '../change-text';
import { jsonIn } from '../json-file';
import { moreText } from '../table';

type Proposal = Inputs['changes']['propose']['change'];
type Status = NonNullable<Inputs['changes']['list']['status']>;

const statuses: readonly Status[] = ['pending', 'approved', 'applied', 'rejected', 'expired', 'failed'];

export function addChangeCommands(program: Command, session: Session): void {
  const changes = program.command('changes').description('what needs a second person, or has to wait');

  withCause(changes.command('propose <procedure> <input>'))
    .description('proposes what a procedure would do; its input is JSON, or @file')
    .addHelpText(
      'after',
      `
Most commands that may loosen take --propose instead, which is easier to type.

Example:
  countersign changes propose limits.set '{"layer":"tier","tierId":"gold","chainId":"bitcoin",
    "limits":[{"kind":"transaction","max":"2"}]}' --reason 'asked for by sales'`,
    )
    .action(
      action(session, async (call: Call<CauseOptions>, procedure: string, input: string) => {
        // What is not a procedure that can be proposed, or not its input, is for the service to say.
        const change = { procedure, input: await jsonIn(call, input) } as Proposal;
        call.show(
          await call.countersign().changes.propose.mutate({ change, ...causeOf(call.options) }, call.signal),
          changeText,
        );
      }),
    );

  withCause(changes.command('approve <change>'))
    .description('approves a change of somebody else; it is applied when it is due; takes a token once')
    .action(
      action(session, async (call: Call<CauseOptions>, changeId: string) => {
        const input = { changeId, ...causeOf(call.options) };
        call.show(await call.countersign().changes.approve.mutate(input, call.signal), changeText);
      }),
    );

  withCause(changes.command('reject <change>'))
    .description('ends a change before it is applied')
    .action(
      action(session, async (call: Call<CauseOptions>, changeId: string) => {
        const input = { changeId, ...causeOf(call.options) };
        call.show(await call.countersign().changes.reject.mutate(input, call.signal), changeText);
      }),
    );

  withCause(changes.command('withdraw <change>'))
    .description('ends a change of your own before it is applied')
    .action(
      action(session, async (call: Call<CauseOptions>, changeId: string) => {
        const input = { changeId, ...causeOf(call.options) };
        call.show(await call.countersign().changes.withdraw.mutate(input, call.signal), changeText);
      }),
    );

  changes
    .command('show <change>')
    .description('a change, its effect on limits, and the most that could leave before and after')
    .action(
      action(session, async (call, changeId: string) => {
        call.show(await call.countersign().changes.get.query({ changeId }, call.signal), changeText);
      }),
    );

  changes
    .command('list')
    .description('changes, a page at a time')
    .addOption(new Option('--status <status>').choices(statuses))
    .option('--after <change>', 'the last one of the page before')
    .option('--limit <n>', 'rows of a page, at most 100', count)
    .action(
      action(session, async (call: Call<Inputs['changes']['list']>) => {
        const { status, after, limit } = call.options;
        call.show(
          await call.countersign().changes.list.query(given({ status, after, limit }), call.signal),
          ({ changes: rows, nextAfter }) => changesText(rows) + moreText(nextAfter, '--after'),
        );
      }),
    );
}
