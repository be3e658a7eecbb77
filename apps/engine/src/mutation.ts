import type { ChangeCall, Changed, Commands } from '@countersign/commands';
import type { CallContext, Cause } from '@countersign/rpc';
import { fromAdmin } from './cause';
import type { EngineDeps } from './deps';

/** What a request asks of the commands, whoever asks: a caller now, or a proposed change when it is due. */
export type Mutation<R> = (commands: Commands, call: ChangeCall, request: R) => Promise<Changed>;

/** A handler of what changes state and tells its revision. */
export const handled =
  <R extends { readonly cause: Cause | null }>(mutation: Mutation<R>) =>
  ({ commands }: Pick<EngineDeps, 'commands'>) =>
  async (request: R, context: CallContext): Promise<Changed> => {
    const { revision } = await mutation(commands, fromAdmin(request.cause, context), request);
    return { revision };
  };
