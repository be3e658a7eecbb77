import {
  PLATFORM_ID,
  changeSettings,
  disableChain,
  enableChain,
  freezeChain,
  freezePlatform,
  type Change,
  type Platform,
} from '@countersign/policy';
import type { ChangeCall, Changed } from './call';
import type { JudgedDeps } from './policy-change';

export interface PlatformCommands {
  enableChain(call: ChangeCall, input: unknown): Promise<Changed>;
  disableChain(call: ChangeCall, input: unknown): Promise<Changed>;
  changeSettings(call: ChangeCall, input: unknown): Promise<Changed>;
  freezePlatform(call: ChangeCall, frozen: boolean): Promise<Changed>;
  freezeChain(call: ChangeCall, chainId: string, frozen: boolean): Promise<Changed>;
}

export function platformCommands({
  platform,
  judge,
}: Pick<JudgedDeps, 'platform' | 'judge'>): PlatformCommands {
  const change = (call: ChangeCall, decide: (state: Platform | undefined) => Change<Platform>) =>
    platform.change(PLATFORM_ID, call, (before) => {
      const made = decide(before);
      return judge(made, call, before, { kind: 'platform', before, after: made.state });
    });
  return {
    enableChain: (call, input) => change(call, (state) => enableChain(state, input)),
    disableChain: (call, input) => change(call, (state) => disableChain(state, input)),
    changeSettings: (call, input) => change(call, (state) => changeSettings(state, input)),
    freezePlatform: (call, frozen) => change(call, (state) => freezePlatform(state, frozen)),
    freezeChain: (call, chainId, frozen) => change(call, (state) => freezeChain(state, chainId, frozen)),
  };
}
