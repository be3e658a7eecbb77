import type { Command } from 'commander';
import type { Decision } from '@countersign/client';
import { action, count, given, type Call, type Session } from '../action';
import { fieldsOf, moreText, tableOf, timeText } from '../table';

export function addDecisionCommands(program: Command, session: Session): void {
  program
    .command('decisions <uid>')
    .description('what was answered about a user, oldest first')
    .option('--after <n>', "the page before's number", count)
    .option('--limit <n>', 'events looked through, at most 1000', count)
    .action(
      action(session, async (call: Call<{ after?: number; limit?: number }>, uid: string) => {
        const { after: afterSeq, limit } = call.options;
        call.show(
          await call.countersign().decisions.list.query({ uid, ...given({ afterSeq, limit }) }, call.signal),
          ({ decisions, nextAfterSeq }) =>
            tableOf(
              ['decision', 'at', 'outcome', 'rule', 'operation'],
              decisions.map(({ id, at, outcome, rule, asked }) => [
                id,
                timeText(at),
                outcome,
                rule,
                asked === null ? '' : `${asked.amount} on ${asked.chainId}`,
              ]),
            ) + moreText(nextAfterSeq, '--after'),
        );
      }),
    );

  program
    .command('explain <decision>')
    .description('why a /read was answered as it was; a decision id is <uid>#<number>')
    .action(
      action(session, async (call, decisionId: string) => {
        const explained = await call.countersign().decisions.explain.query({ decisionId }, call.signal);
        call.show(explained, ({ sentence, decision }) => `${sentence}\n\n${decisionText(decision)}`);
      }),
    );
}

function decisionText(decision: Decision): string {
  const { asked, binding, headroom, budget, machineId, uid } = decision;
  return [
    fieldsOf({
      decision: `${decision.id} at ${timeText(decision.at)}`,
      'asked by': machineId === null ? uid : `machine ${machineId} for ${uid}`,
      permit: decision.referenceId === '' ? 'none named' : decision.referenceId,
      operation: asked === null ? '' : `${asked.amount} on ${asked.chainId} to ${asked.address}`,
      outcome: decision.outcome,
      rule: decision.rule,
      'bound by': binding === null ? '' : `${binding.key} of the ${binding.layer} (${binding.max})`,
      'usable from': timeText(decision.usableFrom),
      'more at': timeText(decision.moreAt),
    }),
    ...(headroom.length === 0
      ? []
      : [
          tableOf(
            ['limit', 'layer', 'most', 'used', 'held', 'before', 'after', 'more at'],
            headroom.map((one) => [
              one.key,
              one.layer,
              one.max,
              one.used,
              one.held,
              one.before,
              one.after,
              timeText(one.moreAt),
            ]),
          ),
        ]),
    ...(budget === null
      ? []
      : [
          tableOf(
            ['chain', 'told', 'bound by'],
            budget.map((one) => [
              one.chainId,
              one.limit,
              one.binding === null
                ? ''
                : `${one.binding.key} of the ${one.binding.layer} (${one.binding.max})`,
            ]),
          ),
        ]),
  ].join('\n');
}
