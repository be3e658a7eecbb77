import type { Command } from 'commander';
import { action, withCause, type Call, type CauseOptions, type Session } from '../action';
import { importFile, optional, type Row } from '../import-file';

interface ImportOptions extends CauseOptions {
  readonly skipExisting?: boolean;
}

const newUser = (row: Row) => ({
  uid: row['uid'] ?? '',
  // What is no role is refused by the service, in the words it has for it.
  role: (row['role'] === undefined || row['role'] === '' ? 'signer' : row['role']) as 'signer' | 'admin',
  ...optional(row, { tier: 'tier', hashed_username: 'hashedUsername', hashed_password: 'hashedPassword' }),
});

/** `users import`, and under the program itself `import`: what a deployment begins with. */
export const addUserImport = (users: Command, session: Session): void => {
  withCause(users.command('import <csv>'))
    .description(
      'creates a user for each row: uid, role, tier, hashed_username, hashed_password; uid is required',
    )
    .option('--skip-existing', 'a user that exists is no failure')
    .addHelpText(
      'after',
      `
May be run again with the same file: for 24 hours rows that were done are recognised and not done again. After a
correction of the file, or later, --skip-existing passes over the users that are there.`,
    )
    .action(
      action(session, (call: Call<ImportOptions>, file: string) =>
        importFile(call, file, {
          columns: { required: ['uid'], optional: ['role', 'tier', 'hashed_username', 'hashed_password'] },
          send: (rows, cause) =>
            call.countersign().users.createMany.mutate({ items: rows.map(newUser), ...cause }, call.signal),
          isDone: ({ code }) => code === 'already_exists' && call.options.skipExisting === true,
        }),
      ),
    );
};
