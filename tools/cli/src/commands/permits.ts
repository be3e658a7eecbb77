import { Option, type Command } from 'commander';
import type { Inputs, Outputs } from '@countersign/client';
import {
  action,
  causeOf,
  given,
  revisionText,
  withCause,
  type Call,
  type CauseOptions,
  type Session,
} from '../action';
import { duration } from '../option-values';
import { fieldsOf, tableOf, timeText } from '../table';

type Kind = Inputs['permits']['register']['kind'];
type Status = NonNullable<Inputs['permits']['list']['status']>;
type Outcome = Inputs['permits']['reconcile']['outcome'];
type Permit = Outputs['permits']['get'];

interface RegisterOptions extends CauseOptions {
  readonly kind: Kind;
  readonly tag?: string;
  readonly lifetime?: number;
}

const kinds: readonly Kind[] = ['transfer', 'contract', 'omnibus_withdrawal'];
const statuses: readonly Status[] = ['registered', 'expired', 'held', 'suspect', 'settled', 'released'];
const outcomes: readonly Outcome[] = ['settled', 'released'];

export function addPermitCommands(program: Command, session: Session): void {
  const permits = program.command('permits').description('intended operations and what became of them');

  withCause(permits.command('register <uid> <chain> <amount> <address>'))
    .description('announces one operation; its reference is what CoKeeps hands back')
    .addOption(new Option('--kind <kind>').choices(kinds).default('transfer'))
    .option('--tag <tag>', 'memo or destination tag')
    .option('--lifetime <duration>', 'how long it may be read, such as 10m (default: 15m)', duration)
    .action(
      action(
        session,
        async (
          call: Call<RegisterOptions>,
          uid: string,
          chainId: string,
          amount: string,
          address: string,
        ) => {
          const { kind, tag, lifetime: lifetimeMs } = call.options;
          const input = { uid, kind, chainId, amount, address, ...given({ tag, lifetimeMs }) };
          call.show(
            await call
              .countersign()
              .permits.register.mutate({ ...input, ...causeOf(call.options) }, call.signal),
            ({ referenceId, expiresAt, revision }) =>
              fieldsOf({ reference: referenceId, 'valid until': timeText(expiresAt), revision }),
          );
        },
      ),
    );

  permits
    .command('get <uid> <reference>')
    .description('one permit')
    .action(
      action(session, async (call, uid: string, referenceId: string) => {
        call.show(await call.countersign().permits.get.query({ uid, referenceId }, call.signal), permitText);
      }),
    );

  permits
    .command('list <uid>')
    .description('live ones and the last that ended, oldest first')
    .addOption(new Option('--status <status>').choices(statuses))
    .option('--chain <chain>')
    .action(
      action(session, async (call: Call<{ status?: Status; chain?: string }>, uid: string) => {
        const { status, chain: chainId } = call.options;
        call.show(
          await call.countersign().permits.list.query({ uid, ...given({ status, chainId }) }, call.signal),
          ({ permits: rows }) =>
            tableOf(
              ['reference', 'status', 'kind', 'chain', 'amount', 'address', 'registered'],
              rows.map((one) => [
                one.referenceId,
                one.status,
                one.kind,
                one.chainId,
                one.amount,
                one.address,
                timeText(one.registeredAt),
              ]),
            ),
        );
      }),
    );

  withCause(permits.command('settle <uid> <reference>'))
    .description('the operation was carried out')
    .option('--amount <amount>', 'what was really moved (default: what was held)')
    .action(
      action(
        session,
        async (call: Call<CauseOptions & { amount?: string }>, uid: string, referenceId: string) => {
          const input = {
            uid,
            referenceId,
            ...given({ amount: call.options.amount }),
            ...causeOf(call.options),
          };
          call.show(await call.countersign().permits.settle.mutate(input, call.signal), revisionText);
        },
      ),
    );

  withCause(permits.command('release <uid> <reference>'))
    .description('the operation will never be carried out')
    .action(
      action(session, async (call: Call<CauseOptions>, uid: string, referenceId: string) => {
        const input = { uid, referenceId, ...causeOf(call.options) };
        call.show(await call.countersign().permits.release.mutate(input, call.signal), revisionText);
      }),
    );

  withCause(permits.command('reconcile <uid> <reference>'))
    .description(
      "an operator's word about a suspect hold; the reason says what it rests on; takes a token once",
    )
    .addArgument(permits.createArgument('<outcome>').choices(outcomes))
    .option('--amount <amount>', 'of a settlement (default: what was held)')
    .action(
      action(
        session,
        async (
          call: Call<CauseOptions & { amount?: string }>,
          uid: string,
          referenceId: string,
          outcome: Outcome,
        ) => {
          const input = { uid, referenceId, outcome, ...given({ amount: call.options.amount }) };
          call.show(
            await call
              .countersign()
              .permits.reconcile.mutate({ ...input, ...causeOf(call.options) }, call.signal),
            revisionText,
          );
        },
      ),
    );
}

const permitText = (permit: Permit): string =>
  fieldsOf({
    reference: permit.referenceId,
    status: permit.status,
    kind: permit.kind,
    chain: permit.chainId,
    amount: permit.amount,
    address: permit.address,
    tag: permit.tag,
    registered: timeText(permit.registeredAt),
    'valid until': timeText(permit.expiresAt),
    held: timeText(permit.heldAt),
    decision: permit.decisionId,
    ended: timeText(permit.endedAt),
    moved: permit.movedAmount,
    'ended by': permit.endedBy,
  });
