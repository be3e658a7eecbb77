import type { ChangeSettingsRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

export const changeSettingsMutation: Mutation<ChangeSettingsRequest> = (
  commands,
  call,
  { loosening, ...settings },
) =>
  commands.changeSettings(call, {
    balanceMaxAgeMs: settings.balanceMaxAgeMs,
    coolingOffMs: settings.coolingOffMs,
    rearmMs: settings.rearmMs,
    suspectAfterMs: settings.suspectAfterMs,
    looseningDelayMs: settings.looseningDelayMs,
    approvalLifetimeMs: settings.approvalLifetimeMs,
    ...(loosening !== '' && { loosening }),
  });

export const changeSettings = handled(changeSettingsMutation);
