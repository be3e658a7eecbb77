/**
 * Fresh procedures take a token once. The engine remembers which were taken, so that it holds for every admin process
 * and over their restarts; a token without an id cannot be remembered and is not taken at all.
 */
import { fault } from '@countersign/policy';
import type { AdminCalls, CallOptions } from '@countersign/rpc';
import type { Principal } from './principal';
import type { RefusedCall } from './refusal';

export interface SpentTokensDeps {
  readonly engine: Pick<AdminCalls, 'spendToken'>;
  readonly refused: (cause: 'no_token_id' | 'replayed', call: RefusedCall) => void;
}

export const createSpend =
  ({ engine, refused }: SpentTokensDeps) =>
  async (
    { token, expiresAt }: Principal,
    call: RefusedCall,
    input: string,
    options: CallOptions,
  ): Promise<void> => {
    if (token === null || expiresAt === null) {
      refused('no_token_id', call);
      throw fault('forbidden');
    }
    const { spent } = await engine.spendToken(
      {
        issuer: token.issuer,
        tokenId: token.id,
        expiresAtMs: expiresAt,
        // The input has a key, under which it has one effect: the same call may come again with the same token.
        use: `${call.path} ${input}`,
      },
      options,
    );
    if (!spent) return;
    refused('replayed', call);
    throw fault('unauthenticated');
  };
