import type { WaiveCoolingOffRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

export const waiveCoolingOffMutation: Mutation<WaiveCoolingOffRequest> = (
  commands,
  call,
  { uid, chainId, address, tag },
) => commands.waiveCoolingOff(call, uid, { chainId, address, tag: tag === '' ? null : tag });

export const waiveCoolingOff = handled(waiveCoolingOffMutation);
