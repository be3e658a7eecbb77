import { Option, type Command } from 'commander';
import type { Inputs, Outputs } from '@countersign/client';
import {
  action,
  change,
  count,
  given,
  withProposal,
  type Call,
  type CauseOptions,
  type Session,
} from '../action';
import { fieldsOf, moreText, tableOf } from '../table';

type Create = Inputs['machines']['create'];
type Status = Inputs['machines']['setStatus']['status'];
type Machine = Outputs['machines']['get'];

const statuses: readonly Status[] = ['active', 'suspended', 'closed'];

export function addMachineCommands(program: Command, session: Session): void {
  const machines = program.command('machines').description('what acts for users without a person');

  machines
    .command('get <machine>')
    .description('one machine')
    .action(
      action(session, async (call, machineId: string) => {
        call.show(await call.countersign().machines.get.query({ machineId }, call.signal), machineText);
      }),
    );

  machines
    .command('list')
    .description('machines, a page at a time')
    .option('--uid <uid>', 'that act for this user')
    .addOption(new Option('--status <status>').choices(statuses))
    .option('--after <machine>', 'the last one of the page before')
    .option('--limit <n>', 'rows of a page, at most 1000', count)
    .action(
      action(session, async (call: Call<Inputs['machines']['list']>) => {
        const { uid, status, after, limit } = call.options;
        call.show(
          await call.countersign().machines.list.query(given({ uid, status, after, limit }), call.signal),
          ({ machines: rows, nextAfter }) =>
            tableOf(
              ['machine', 'acts for', 'role', 'status', 'frozen'],
              rows.map((one) => [one.machineId, one.uid, one.role, one.status, one.frozen ? 'frozen' : '']),
            ) + moreText(nextAfter, '--after'),
        );
      }),
    );

  withProposal(machines.command('create <machine> <uid>'))
    .description('a machine that acts for a user')
    .addOption(
      new Option('--role <role>', 'never more than the user’s')
        .choices(['signer', 'admin'])
        .default('signer'),
    )
    .action(
      action(session, (call: Call<CauseOptions & Pick<Create, 'role'>>, machineId: string, uid: string) => {
        const input = { machineId, uid, role: call.options.role };
        return change(call, { procedure: 'machines.create', input }, (countersign, cause) =>
          countersign.machines.create.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );

  withProposal(machines.command('set-status <machine>'))
    .description('suspends, closes or reactivates a machine')
    .addArgument(machines.createArgument('<status>').choices(statuses))
    .action(
      action(session, (call: Call<CauseOptions>, machineId: string, status: Status) =>
        change(
          call,
          { procedure: 'machines.setStatus', input: { machineId, status } },
          (countersign, cause) =>
            countersign.machines.setStatus.mutate({ machineId, status, ...cause }, call.signal),
        ),
      ),
    );
}

const machineText = ({ machineId, uid, role, status, frozen, revision }: Machine): string =>
  fieldsOf({ machine: machineId, 'acts for': uid, role, status, frozen: frozen ? 'yes' : 'no', revision });
