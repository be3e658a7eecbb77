import { Option, type Command } from 'commander';
import type { Inputs, Outputs } from '@countersign/client';
import { action, change, given, withProposal, type Call, type CauseOptions, type Session } from '../action';
import { durationText } from '../duration';
import { LIMIT_FORMS, limitIn, limitText } from '../limit-text';
import { duration } from '../option-values';
import { fieldsOf, tableOf } from '../table';

type Family = NonNullable<Inputs['platform']['enableChain']['family']>;
type Platform = Outputs['platform']['get'];

interface SettingOptions extends CauseOptions {
  readonly balanceMaxAge?: number;
  readonly coolingOff?: number;
  readonly rearm?: number;
  readonly suspectAfter?: number;
  readonly loosening?: 'alone' | 'approved';
  readonly looseningDelay?: number;
  readonly approvalLifetime?: number;
}

const families: readonly Family[] = ['evm', 'bitcoin', 'bitcoin_testnet', 'solana', 'xrp', 'exact'];

export function addPlatformCommands(program: Command, session: Session): void {
  const platform = program.command('platform').description('what holds for everybody');

  platform
    .command('show')
    .description('chains, their limits, and settings')
    .action(
      action(session, async (call) => {
        call.show(await call.countersign().platform.get.query(undefined, call.signal), platformText);
      }),
    );

  withProposal(platform.command('enable-chain <chain> <limit...>'))
    .description('lets a chain be used, with at least one limit; they replace those before')
    .addOption(new Option('--family <family>', 'how addresses are checked').choices(families))
    .addHelpText('after', LIMIT_FORMS)
    .action(
      action(session, (call: Call<CauseOptions & { family?: Family }>, chainId: string, limits: string[]) => {
        const input = { chainId, limits: limits.map(limitIn), ...given({ family: call.options.family }) };
        return change(call, { procedure: 'platform.enableChain', input }, (countersign, cause) =>
          countersign.platform.enableChain.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );

  withProposal(platform.command('disable-chain <chain>'))
    .description('no operation on the chain is allowed any more')
    .action(
      action(session, (call: Call<CauseOptions>, chainId: string) =>
        change(call, { procedure: 'platform.disableChain', input: { chainId } }, (countersign, cause) =>
          countersign.platform.disableChain.mutate({ chainId, ...cause }, call.signal),
        ),
      ),
    );

  withProposal(platform.command('settings'))
    .description('changes settings; what is left out stays')
    .option('--balance-max-age <duration>', 'an older balance cannot be spent', duration)
    .option('--cooling-off <duration>', 'how long new destinations wait', duration)
    .option('--rearm <duration>', 'younger destinations wait anew when credentials change', duration)
    .option('--suspect-after <duration>', 'a hold without news for so long is suspect', duration)
    .addOption(new Option('--loosening <who>', 'who may loosen').choices(['alone', 'approved']))
    .option('--loosening-delay <duration>', 'how long a loosening waits, whoever approves it', duration)
    .option('--approval-lifetime <duration>', 'how long a change can be approved and applied', duration)
    .action(
      action(session, (call: Call<SettingOptions>) => {
        const { options } = call;
        const input = given({
          balanceMaxAgeMs: options.balanceMaxAge,
          coolingOffMs: options.coolingOff,
          rearmMs: options.rearm,
          suspectAfterMs: options.suspectAfter,
          loosening: options.loosening,
          looseningDelayMs: options.looseningDelay,
          approvalLifetimeMs: options.approvalLifetime,
        });
        return change(call, { procedure: 'platform.changeSettings', input }, (countersign, cause) =>
          countersign.platform.changeSettings.mutate({ ...input, ...cause }, call.signal),
        );
      }),
    );
}

const platformText = ({ frozen, chains, settings, revision }: Platform): string =>
  [
    fieldsOf({
      frozen: frozen ? 'yes' : 'no',
      'balances at most': `${durationText(settings.balanceMaxAgeMs)} old`,
      'cooling-off': durationText(settings.coolingOffMs),
      rearm: durationText(settings.rearmMs),
      'suspect after': durationText(settings.suspectAfterMs),
      loosening: settings.loosening,
      'loosening waits': durationText(settings.looseningDelayMs),
      'changes live': durationText(settings.approvalLifetimeMs),
      revision,
    }),
    tableOf(
      ['chain', 'family', 'frozen', 'limits'],
      chains.map((one) => [
        one.chainId,
        one.family,
        one.frozen ? 'frozen' : '',
        one.limits.map(limitText).join('\n'),
      ]),
    ),
  ].join('\n');
