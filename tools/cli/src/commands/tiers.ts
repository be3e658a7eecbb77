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
import { durationText } from '../duration';
import { limitText } from '../limit-text';
import { fieldsOf, moreText, tableOf } from '../table';
import { duration } from '../option-values';

type Rules = Pick<Inputs['tiers']['create'], 'mode' | 'coolingOffMs' | 'rearmMs'>;
type RuleOptions = CauseOptions & {
  readonly mode?: 'permit' | 'budget';
  readonly coolingOff?: number;
  readonly rearm?: number;
};
type Tier = Outputs['tiers']['get'];

export function addTierCommands(program: Command, session: Session): void {
  const tiers = program.command('tiers').description('groups of users with rules of their own');

  tiers
    .command('get <tier>')
    .description('one tier and its limits')
    .action(
      action(session, async (call, tierId: string) => {
        call.show(await call.countersign().tiers.get.query({ tierId }, call.signal), tierText);
      }),
    );

  tiers
    .command('list')
    .description('tiers, a page at a time')
    .option('--after <tier>', 'the last one of the page before')
    .option('--limit <n>', 'rows of a page, at most 1000', count)
    .action(
      action(session, async (call: Call<Inputs['tiers']['list']>) => {
        const { after, limit } = call.options;
        call.show(
          await call.countersign().tiers.list.query(given({ after, limit }), call.signal),
          ({ tiers: rows, nextAfter }) =>
            tableOf(
              ['tier', 'mode', 'cooling-off', 'frozen', 'limits'],
              rows.map((one) => [
                one.tierId,
                one.mode,
                durationText(one.coolingOffMs),
                one.frozen ? 'frozen' : '',
                one.limits.reduce((sum, { limits }) => sum + limits.length, 0),
              ]),
            ) + moreText(nextAfter, '--after'),
        );
      }),
    );

  withRules(tiers.command('create <tier>'))
    .description('a new tier, without limits of its own')
    .action(
      action(session, (call: Call<RuleOptions>, tierId: string) => {
        const input = { tierId, ...rulesOf(call.options) };
        return change(call, { procedure: 'tiers.create', input }, (countersign, cause) =>
          countersign.tiers.create.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );

  withRules(tiers.command('change <tier>'))
    .description('other rules; what is left out stays')
    .action(
      action(session, (call: Call<RuleOptions>, tierId: string) => {
        const input = { tierId, ...rulesOf(call.options) };
        return change(call, { procedure: 'tiers.change', input }, (countersign, cause) =>
          countersign.tiers.change.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );
}

const withRules = (command: Command): Command =>
  withProposal(command)
    .addOption(new Option('--mode <mode>', 'what /read answers with').choices(['permit', 'budget']))
    .option('--cooling-off <duration>', 'how long new destinations wait, such as 24h', duration)
    .option('--rearm <duration>', 'younger destinations wait anew when credentials change', duration);

const rulesOf = ({ mode, coolingOff: coolingOffMs, rearm: rearmMs }: RuleOptions): Rules =>
  given({ mode, coolingOffMs, rearmMs });

const tierText = ({ tierId, mode, coolingOffMs, rearmMs, frozen, revision, limits }: Tier): string =>
  [
    fieldsOf({
      tier: tierId,
      mode,
      'cooling-off': durationText(coolingOffMs),
      rearm: durationText(rearmMs),
      frozen: frozen ? 'yes' : 'no',
      revision,
    }),
    tableOf(
      ['chain', 'limit'],
      limits.flatMap(({ chainId, limits: of }) => of.map((one) => [chainId, limitText(one)])),
    ),
  ].join('\n');
