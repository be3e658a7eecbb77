/** A signed statement about the whole log of events. What is signed exactly is said in docs/audit.md. */
import type { Checkpoint } from '@countersign/rpc';
import { z } from 'zod';
import { at } from './fields';

export const checkpoint = z
  .object({
    position: z.number().int().meta({ description: 'of the last event it covers' }),
    digest: z.string().meta({ description: '64 hex, over the hashes of all events up to there in order' }),
    at,
    keyId: z.string(),
    signature: z.string().meta({ description: 'Ed25519, base64url' }),
  })
  .meta({ id: 'Checkpoint' });

export const checkpointView = ({ atMs, ...told }: Checkpoint): z.output<typeof checkpoint> => ({
  position: told.position,
  digest: told.digest,
  at: atMs,
  keyId: told.keyId,
  signature: told.signature,
});
