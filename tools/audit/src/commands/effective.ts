/** `audit effective`: what applies to a user now, and which layer says so. */
import type { Command } from 'commander';
import type { EffectiveLimit, LayerValue } from '@countersign/policy';
import { effective, type Effective } from '../effective';
import { addStoreOptions, withStore, type Session, type StoreOptions } from '../session';
import { tableOf, timeText } from '../table';

export const addEffectiveCommand = (program: Command, session: Session): void => {
  const command = program
    .command('effective <uid>')
    .description('each limit of a user as it applies now, with the layer it comes from');
  addStoreOptions(command).action((uid: string, options: StoreOptions) =>
    withStore(session, options, async (store) => {
      const { terminal } = session;
      const found = await effective(store, uid, terminal.now());
      terminal.out(options.json === true ? `${JSON.stringify(found, undefined, 2)}\n` : text(found));
      return 0;
    }),
  );
};

function text({ uid, tier, at, chains }: Effective): string {
  const rows = chains.flatMap(({ chainId, limits }) =>
    limits.map((one) => [chainId, one.key, one.limit.max, one.layer, valuesOf(one)]),
  );
  const who = `${uid}, ${tier === null ? 'no tier' : `tier ${tier}`}, at ${timeText(at)}\n`;
  return `${who}${tableOf(['chain', 'limit', 'most', 'from', 'what each layer says'], rows)}`;
}

const valuesOf = ({ values }: EffectiveLimit): string => values.map(valueOf).join(', ');

const valueOf = ({ layer, max, expiresAt }: LayerValue): string =>
  `${layer} ${max}${expiresAt === null ? '' : ` until ${timeText(expiresAt)}`}`;
