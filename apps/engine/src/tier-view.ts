import type { Tier } from '@countersign/policy';
import type { Tier as TierMessage } from '@countersign/rpc';
import type { Stored } from '@countersign/store';
import { chainLimitsMessage } from './limit-message';

export const tierView = ({ revision, state }: Stored<Tier>): TierMessage => ({
  tierId: state.tierId,
  frozen: state.frozen,
  mode: state.mode,
  coolingOffMs: state.coolingOffMs,
  rearmMs: state.rearmMs,
  limits: state.limits.map(chainLimitsMessage),
  revision,
});
