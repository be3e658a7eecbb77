/** `audit explain`: exit code 0 only if the decision recomputes byte for byte. */
import type { Command } from 'commander';
import { explain, type Explained } from '../explain';
import { addStoreOptions, withStore, type Session, type StoreOptions } from '../session';
import { tableOf, timeText } from '../table';

export const addExplainCommand = (program: Command, session: Session): void => {
  const command = program
    .command('explain <decision>')
    .description('why a /read was answered as it was; a decision id is <uid>#<number>');
  addStoreOptions(command).action((id: string, options: StoreOptions) =>
    withStore(session, options, async (store) => {
      const { terminal } = session;
      const explained = await explain(store, id, terminal.signal);
      terminal.out(options.json === true ? `${JSON.stringify(explained, undefined, 2)}\n` : text(explained));
      return explained.differs === null ? 0 : 1;
    }),
  );
};

function text({ decision, differs }: Explained): string {
  const { id, at, uid, machineId, referenceId, rule, revisions, tierId, asked, headroom, budget } = decision;
  const rests = [
    `user ${revisions.user}`,
    `platform ${revisions.platform}`,
    ...(revisions.tier === null ? [] : [`tier ${tierId} ${revisions.tier}`]),
    ...(revisions.machine === null ? [] : [`machine ${machineId} ${revisions.machine}`]),
  ];
  const lines = [
    decision.sentence,
    '',
    `decision   ${id} at ${timeText(at)}`,
    `asked by   ${machineId === null ? uid : `machine ${machineId} for ${uid}`}`,
    `permit     ${referenceId === '' ? 'none named' : referenceId}`,
    ...(asked === null ? [] : [`operation  ${asked.amount} on ${asked.chainId} to ${asked.address}`]),
    `rule       ${rule}`,
    `rests on   events ${rests.join(', ')}`,
  ];
  const left = headroom.map((row) => [
    row.key,
    row.layer,
    row.max,
    row.used,
    row.held,
    row.before,
    row.after,
    row.moreAt === null ? '' : timeText(row.moreAt),
  ]);
  const told = (budget ?? []).map(({ chainId, limit, binding }) => [
    chainId,
    limit,
    binding === null ? '' : `${binding.key} of the ${binding.layer} (${binding.max})`,
  ]);
  const verdict =
    differs === null
      ? 'Decided again from its events: the same, byte for byte.'
      : `NOT REPRODUCED: ${differs}.`;
  return [
    ...lines,
    tableOf(['limit', 'layer', 'most', 'used', 'held', 'before', 'after', 'more at'], left) +
      tableOf(['chain', 'told', 'bound by'], told) +
      verdict,
    '',
  ].join('\n');
}
