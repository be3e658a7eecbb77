import type { Command } from 'commander';
import type { Inputs } from '@countersign/client';
import { action, change, count, given, withCause, withProposal } from '../action';
import type { Call, CauseOptions, Session } from '../action';
import { moreText, tableOf } from '../table';
import { UsageError } from '../usage-error';

type Scope = Inputs['freezes']['list']['scope'];

const scopes: readonly Scope[] = ['platform', 'chain', 'tier', 'user', 'machine'];

export function addFreezeCommands(program: Command, session: Session): void {
  const scoped = (command: Command): Command =>
    command
      .addArgument(program.createArgument('<scope>').choices(scopes))
      .argument('[subject]', 'whose; none for platform');

  scoped(withCause(program.command('freeze')))
    .description('stops everything within a scope, effective at the next /read')
    .action(
      action(session, (call: Call<CauseOptions>, scope: Scope, subject?: string) => {
        const input = thing(scope, subject);
        return change(call, { procedure: 'freezes.freeze', input }, (countersign, cause) =>
          countersign.freezes.freeze.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );

  scoped(withProposal(program.command('unfreeze')))
    .description('ends a freeze')
    .action(
      action(session, (call: Call<CauseOptions>, scope: Scope, subject?: string) => {
        const input = thing(scope, subject);
        return change(call, { procedure: 'freezes.unfreeze', input }, (countersign, cause) =>
          countersign.freezes.unfreeze.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );

  program
    .command('frozen')
    .description('what is frozen within a scope')
    .addArgument(program.createArgument('<scope>').choices(scopes))
    .option('--after <subject>', 'the last one of the page before')
    .option('--limit <n>', 'rows of a page, at most 1000', count)
    .action(
      action(session, async (call: Call<{ after?: string; limit?: number }>, scope: Scope) => {
        const { after, limit } = call.options;
        call.show(
          await call.countersign().freezes.list.query({ scope, ...given({ after, limit }) }, call.signal),
          ({ subjects, nextAfter }) =>
            tableOf(
              [scope],
              subjects.map((subject) => [subject === '' ? 'frozen' : subject]),
            ) + moreText(nextAfter, '--after'),
        );
      }),
    );
}

function thing(scope: Scope, subject: string | undefined) {
  if (scope === 'platform') {
    if (subject !== undefined) throw new UsageError('of the platform there is one: no subject is given');
    return { scope };
  }
  if (subject === undefined) throw new UsageError(`which ${scope} it is must be said`);
  return { scope, subject };
}
