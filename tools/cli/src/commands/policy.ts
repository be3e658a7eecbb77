import type { Command } from 'commander';
import type { Outputs } from '@countersign/client';
import { action, causeOf, count, given, withCause, withProposal } from '../action';
import type { Call, CauseOptions, Session } from '../action';
import { changeText } from '../change-text';
import { jsonFile } from '../json-file';
import { fieldsOf, moreText, tableOf, timeText } from '../table';
import { UsageError } from '../usage-error';

type Policy = Outputs['policy']['get'];

const SUBJECT = `
<what> is a file with a document, or the number of a drafted version.`;

export function addPolicyCommands(program: Command, session: Session): void {
  const policy = program.command('policy').description('platform and tiers as one document with versions');

  policy
    .command('show [version]')
    .description('a version; without one what is in force, as a document')
    .action(
      action(session, async (call, version?: string) => {
        const input = version === undefined ? {} : { version: versionIn(version) };
        call.show(
          await call.countersign().policy.get.query(input, call.signal),
          (one) => `${policyText(one)}\n${JSON.stringify(one.document, undefined, 2)}\n`,
        );
      }),
    );

  withCause(policy.command('draft <file>'))
    .description('keeps a document as the next version; nothing is in force yet')
    .action(
      action(session, async (call: Call<CauseOptions>, file: string) => {
        const input = { document: await jsonFile(call, file), ...causeOf(call.options) };
        call.show(await call.countersign().policy.draft.mutate(input, call.signal), policyText);
      }),
    );

  policy
    .command('validate <what>')
    .description('what is wrong with it, and what it would change; exit code 1 when something is wrong')
    .addHelpText('after', SUBJECT)
    .action(
      action(session, async (call, what: string) => {
        const found = await call.countersign().policy.validate.query(await subject(call, what), call.signal);
        call.show(found, ({ mistakes, differences, loosenings }) =>
          [
            section('mistakes', mistakes),
            section('differences from what is in force', differences),
            section('of these, loosenings', loosenings),
          ].join(''),
        );
        return found.mistakes.length === 0 ? 0 : 1;
      }),
    );

  policy
    .command('backtest <what>')
    .description('makes past decisions again under it, and shows those that would differ')
    .option('--after <uid>', 'the last user of the page before')
    .option('--limit <n>', 'users looked at, at most 1000', count)
    .addHelpText('after', SUBJECT)
    .action(
      action(session, async (call: Call<{ after?: string; limit?: number }>, what: string) => {
        const { after, limit } = call.options;
        const input = { ...(await subject(call, what)), ...given({ after, limit }) };
        call.show(
          await call.countersign().policy.backtest.query(input, call.signal),
          ({ differences, users, decisions, nextAfter }) =>
            tableOf(
              ['user', 'at', 'decision', 'was', 'would be', 'because of'],
              differences.map((one) => [
                one.uid,
                timeText(one.at),
                one.decisionId,
                one.was,
                one.would,
                [one.rule, one.limitKey, one.layer].filter((part) => part !== null).join(' '),
              ]),
            ) +
            `${decisions} decisions of ${users} users\n` +
            moreText(nextAfter, '--after'),
        );
      }),
    );

  withProposal(policy.command('publish <version>'))
    .description('puts a version in force')
    .action(
      action(session, async (call: Call<CauseOptions>, text: string) => {
        const input = { version: versionIn(text) };
        const cause = causeOf(call.options);
        if (call.options.propose === true) {
          const change = { procedure: 'policy.publish', input } as const;
          return call.show(
            await call.countersign().changes.propose.mutate({ change, ...cause }, call.signal),
            changeText,
          );
        }
        call.show(
          await call.countersign().policy.publish.mutate({ ...input, ...cause }, call.signal),
          policyText,
        );
      }),
    );

  withCause(policy.command('rollback <version>'))
    .description('puts an earlier version in force again')
    .action(
      action(session, async (call: Call<CauseOptions>, text: string) => {
        const input = { version: versionIn(text), ...causeOf(call.options) };
        call.show(await call.countersign().policy.rollback.mutate(input, call.signal), policyText);
      }),
    );

  policy
    .command('history')
    .description('versions, newest first')
    .option('--before <version>', 'the last one of the page before', count)
    .option('--limit <n>', 'rows of a page, at most 100', count)
    .action(
      action(session, async (call: Call<{ before?: number; limit?: number }>) => {
        const { before, limit } = call.options;
        call.show(
          await call.countersign().policy.history.query(given({ before, limit }), call.signal),
          ({ versions, nextBefore }) =>
            tableOf(
              ['version', 'status', 'drafted by', 'at', 'reason', 'published by', 'at'],
              versions.map((one) => [
                one.version,
                one.status,
                one.draftedBy,
                timeText(one.draftedAt),
                one.reason,
                one.publishedBy,
                timeText(one.publishedAt),
              ]),
            ) + moreText(nextBefore, '--before'),
        );
      }),
    );
}

async function subject(call: Pick<Call<object>, 'path'>, what: string) {
  return /^\d+$/.test(what) ? { version: versionIn(what) } : { document: await jsonFile(call, what) };
}

function versionIn(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new UsageError('a version is a whole number from 1');
  return Number(text);
}

const section = (title: string, lines: readonly string[]): string =>
  `${title}: ${lines.length === 0 ? 'none' : ''}\n${lines.map((line) => `  ${line}\n`).join('')}`;

const policyText = (policy: Policy): string =>
  fieldsOf({
    version: policy.version,
    status: policy.status,
    'drafted by': policy.draftedBy,
    at: timeText(policy.draftedAt),
    reason: policy.reason,
    'published by': policy.publishedBy,
    'published at': timeText(policy.publishedAt),
  });
