import { Option, type Command } from 'commander';
import type { Inputs, User } from '@countersign/client';
import { action, causeOf, change, count, given, revisionText, withCause, withProposal } from '../action';
import type { Call, CauseOptions, Session } from '../action';
import { limitText } from '../limit-text';
import { fieldsOf, moreText, tableOf, timeText } from '../table';
import { addUserImport } from './users-import';

type List = Inputs['users']['list'];
type Create = Inputs['users']['create'];
type Role = Inputs['users']['setRole']['role'];
type Status = Inputs['users']['setStatus']['status'];

const roles: readonly Role[] = ['signer', 'admin'];
const statuses: readonly Status[] = ['active', 'suspended', 'closed'];

export function addUserCommands(program: Command, session: Session): void {
  const users = program.command('users').description('who CoKeeps asks about');

  users
    .command('get <uid>')
    .description('everything about one user')
    .action(
      action(session, async (call, uid: string) => {
        call.show(await call.countersign().users.get.query({ uid }, call.signal), userText);
      }),
    );

  users
    .command('list')
    .description('users, a page at a time')
    .addOption(new Option('--status <status>').choices(statuses))
    .addOption(new Option('--role <role>').choices(roles))
    .option('--tier <tier>')
    .option('--holding', 'only with open holds')
    .option('--after <uid>', 'the last one of the page before')
    .option('--limit <n>', 'rows of a page, at most 1000', count)
    .action(
      action(session, async (call: Call<List>) => {
        const { status, role, tier, holding, after, limit } = call.options;
        const input = given({ status, role, tier, holding, after, limit });
        call.show(
          await call.countersign().users.list.query(input, call.signal),
          ({ users: rows, nextAfter }) => usersText(rows) + moreText(nextAfter, '--after'),
        );
      }),
    );

  withCause(users.command('create <uid>'))
    .description('a new user; without hashes one that only machines act for')
    .addOption(new Option('--role <role>').choices(roles).default('signer'))
    .option('--tier <tier>')
    .option('--hashed-username <hex>', 'SHA-256 as CoKeeps sends it')
    .option('--hashed-password <hex>', 'SHA-256 as CoKeeps sends it')
    .action(
      action(session, async (call: Call<Create & CauseOptions>, uid: string) => {
        const { role, tier, hashedUsername, hashedPassword } = call.options;
        const input = { uid, role, ...given({ tier, hashedUsername, hashedPassword }) };
        const made = await call
          .countersign()
          .users.create.mutate({ ...input, ...causeOf(call.options) }, call.signal);
        call.show(made, revisionText);
      }),
    );

  withProposal(users.command('set-role <uid>'))
    .description('what the user may do; admin is more than signer')
    .addArgument(users.createArgument('<role>').choices(roles))
    .action(
      action(session, (call: Call<CauseOptions>, uid: string, role: Role) =>
        change(call, { procedure: 'users.setRole', input: { uid, role } }, (countersign, cause) =>
          countersign.users.setRole.mutate({ uid, role, ...cause }, call.signal),
        ),
      ),
    );

  withProposal(users.command('set-tier <uid> [tier]'))
    .description('puts the user into a tier; without one takes them out of theirs')
    .action(
      action(session, (call: Call<CauseOptions>, uid: string, tier: string | undefined) => {
        const input = { uid, tier: tier ?? null };
        return change(call, { procedure: 'users.setTier', input }, (countersign, cause) =>
          countersign.users.setTier.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );

  withProposal(users.command('set-status <uid>'))
    .description('suspends, closes or reactivates an account')
    .addArgument(users.createArgument('<status>').choices(statuses))
    .action(
      action(session, (call: Call<CauseOptions>, uid: string, status: Status) =>
        change(call, { procedure: 'users.setStatus', input: { uid, status } }, (countersign, cause) =>
          countersign.users.setStatus.mutate({ uid, status, ...cause }, call.signal),
        ),
      ),
    );

  withCause(users.command('reset-credential <uid> <hashed-password>'))
    .description('a new password hash; younger destinations wait anew')
    .action(
      action(session, async (call: Call<CauseOptions>, uid: string, hashedPassword: string) => {
        const input = { uid, hashedPassword, ...causeOf(call.options) };
        call.show(await call.countersign().users.resetCredential.mutate(input, call.signal), revisionText);
      }),
    );

  addUserImport(users, session);
}

const usersText = (rows: readonly User[]): string =>
  tableOf(
    ['uid', 'role', 'status', 'frozen', 'tier', 'destinations', 'open permits'],
    rows.map(({ uid, role, status, frozen, tier, destinations, permits }) => [
      uid,
      role,
      status,
      frozen ? 'frozen' : '',
      tier,
      destinations.length,
      permits.length,
    ]),
  );

function userText(user: User): string {
  const limits = user.limits.flatMap(({ chainId, limits: of }) =>
    of.map((one) => [chainId, limitText(one), '']),
  );
  const overrides = user.overrides.map(({ chainId, limit, expiresAt }) => [
    chainId,
    limitText(limit),
    `until ${timeText(expiresAt)}`,
  ]);
  return [
    fieldsOf({
      uid: user.uid,
      role: user.role,
      status: user.status,
      frozen: user.frozen ? 'yes' : 'no',
      tier: user.tier,
      'can log in': user.hasCredentials ? 'yes' : 'no',
      revision: user.revision,
    }),
    `limits of their own\n${tableOf(['chain', 'limit', 'override'], [...limits, ...overrides])}`,
    `balances\n${tableOf(
      ['chain', 'amount', 'as of'],
      user.balances.map(({ chainId, amount, asOf }) => [chainId, amount, timeText(asOf)]),
    )}`,
    `destinations\n${tableOf(
      ['chain', 'address', 'tag', 'label', 'usable from'],
      user.destinations.map((one) => [
        one.chainId,
        one.address,
        one.tag,
        one.label,
        timeText(one.usableFrom),
      ]),
    )}`,
    `open permits\n${tableOf(
      ['reference', 'status', 'chain', 'amount', 'address'],
      user.permits.map((one) => [one.referenceId, one.status, one.chainId, one.amount, one.address]),
    )}`,
  ].join('\n');
}
