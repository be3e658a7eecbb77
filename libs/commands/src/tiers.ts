import {
  PLATFORM_ID,
  changeTier,
  createTier,
  freezeTier,
  setTierLimits,
  type Change,
  type Tier,
} from '@countersign/policy';
import type { ChangeCall, Changed } from './call';
import type { JudgedDeps } from './policy-change';

export interface TierCommands {
  createTier(call: ChangeCall, tierId: string, input: object): Promise<Changed>;
  changeTier(call: ChangeCall, tierId: string, input: unknown): Promise<Changed>;
  setTierLimits(call: ChangeCall, tierId: string, input: unknown): Promise<Changed>;
  freezeTier(call: ChangeCall, tierId: string, frozen: boolean): Promise<Changed>;
}

export function tierCommands({
  platform,
  tiers,
  judge,
}: Pick<JudgedDeps, 'platform' | 'tiers' | 'judge'>): TierCommands {
  const change = (call: ChangeCall, tierId: string, decide: (state: Tier | undefined) => Change<Tier>) =>
    tiers.change(tierId, call, async (before) => {
      const made = decide(before);
      const policy = (await platform.get(PLATFORM_ID, call.deadline))?.state;
      return judge(made, call, policy, { kind: 'tier', before, after: made.state });
    });
  return {
    createTier: (call, tierId, input) =>
      change(call, tierId, (state) => createTier(state, { ...input, tierId })),
    changeTier: (call, tierId, input) => change(call, tierId, (state) => changeTier(state, input)),
    setTierLimits: (call, tierId, input) => change(call, tierId, (state) => setTierLimits(state, input)),
    freezeTier: (call, tierId, frozen) => change(call, tierId, (state) => freezeTier(state, frozen)),
  };
}
