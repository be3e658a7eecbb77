import { createHash } from 'node:crypto';
import {
  readPayload,
  receiveNotification,
  unchanged,
  type Change,
  type Notification,
} from '@countersign/policy';
import type { CallbackHandlers } from '@countersign/rpc';
import { fromCallback } from '../cause';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'notifications' | 'now'>;

/** Keeps what CoKeeps reports, once. Acknowledged only after it is durable; a retry is acknowledged and not kept again. */
export const update =
  ({ notifications, now }: Deps): CallbackHandlers['update'] =>
  async ({ payload: raw }, context) => {
    const { canonical, uid } = readPayload(raw);
    const digest = createHash('sha256').update(canonical, 'utf8').digest('hex');
    const { events } = await notifications.change(
      digest,
      fromCallback(context),
      (stored): Change<Notification> =>
        stored === undefined ? receiveNotification({ raw, digest, uid, now: now() }) : unchanged(stored),
    );
    return { duplicate: events.length === 0 };
  };
