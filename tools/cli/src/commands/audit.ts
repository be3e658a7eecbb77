import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { createKeyring, verifyExport } from '@countersign/evidence';
import { action, causeOf, withCause, type Call, type CauseOptions, type Session } from '../action';
import { exportLog } from '../export-log';
import { createProgress } from '../progress';
import { fieldsOf, timeText } from '../table';
import { UsageError } from '../usage-error';

export function addAuditCommands(program: Command, session: Session): void {
  const audit = program
    .command('audit')
    .description('the whole log, signed, for those who do not trust the database');

  audit
    .command('key')
    .description('the public key that signs checkpoints; keep it apart from the exports')
    .action(
      action(session, async (call) => {
        call.show(await call.countersign().events.auditKey.query(undefined, call.signal), ({ publicKey }) =>
          publicKey.endsWith('\n') ? publicKey : `${publicKey}\n`,
        );
      }),
    );

  withCause(audit.command('checkpoint'))
    .description('a signed statement about the log as it is now')
    .action(
      action(session, async (call: Call<CauseOptions>) => {
        const made = await call.countersign().events.checkpoint.mutate(causeOf(call.options), call.signal);
        call.show(made, ({ position, digest, at, keyId }) =>
          fieldsOf({ position, digest, at: timeText(at), key: keyId }),
        );
      }),
    );

  audit
    .command('export <file>')
    .description('makes a checkpoint and writes every event up to it; the file appears when it is whole')
    .option('--reason <text>', 'why; stands in the checkpoint', 'audit export')
    .action(
      action(session, async (call: Call<{ reason: string }>, file: string) => {
        const statement = await exportLog(call, call.path(file), call.options.reason);
        call.show({ file, ...statement }, ({ position, digest, at, keyId }) =>
          fieldsOf({ file, events: position, digest, at: timeText(at), key: keyId }),
        );
      }),
    );

  audit
    .command('verify <file>')
    .description(
      'whether an export is what the holder of the key signed; asks nobody; exit code 1 when it is not',
    )
    .requiredOption('--key <pem>', 'the public key, or a file that holds it; several one after the other')
    .action(
      action(session, async (call: Call<{ key: string }>, file: string) => {
        const path = call.path(file);
        const size = await stat(path).catch((error: Error) => {
          throw new UsageError(`${file} cannot be read: ${error.message}`);
        });
        const progress = createProgress(call.terminal, size.size, 'bytes');
        const report = await verifyExport(createReadStream(path), keysIn(call, call.options.key), {
          onProgress: ({ bytes }) => progress.at(bytes),
          signal: call.terminal.signal,
        }).finally(progress.end);
        call.show(report, ({ events, aggregates, checkpoints, broken, statement }) =>
          broken === undefined
            ? `Verified: ${events} events of ${aggregates} things, ${checkpoints} signed statements; signed ` +
              `${timeText(statement?.at ?? null)}.\n`
            : `NOT VERIFIED: line ${broken.line}: ${broken.sentence}.\n`,
        );
        return report.verified ? 0 : 1;
      }),
    );
}

function keysIn({ path }: Pick<Call<object>, 'path'>, given: string): string {
  try {
    const pem = given.includes('-----BEGIN') ? given : readFileSync(path(given), 'utf8');
    createKeyring(pem);
    return pem;
  } catch (error) {
    throw new UsageError(`--key holds no public key: ${(error as Error).message}`);
  }
}
