import { createHash } from 'node:crypto';
import {
  applyNotification,
  classifyUpdate,
  fault,
  matchNotification,
  readPayload,
  receiveNotification,
  settlementContext,
  unchanged,
  type Change,
  type Classification,
  type Classified,
  type Notification,
  type User,
} from '@countersign/policy';
import type { ChangeCall } from './call';
import type { CommandDeps } from './deps';
import { fetchLayers, worldOf } from './layers';

export interface Received {
  readonly digest: string;
  readonly duplicate: boolean;
  readonly classified: Classified;
}

type Deps = Pick<
  CommandDeps,
  'notifications' | 'machines' | 'users' | 'platform' | 'tiers' | 'updateRules' | 'now'
>;

/**
 * Keeps what CoKeeps reports, once, with the hold it was matched to, and then ends that hold. A crash between the two is
 * mended by CoKeeps' retry: it finds the notification and ends the same hold, unless it has ended already.
 */
export const receiveCommand =
  (deps: Deps) =>
  async (call: ChangeCall, raw: string): Promise<Received> => {
    const { notifications, machines, users, now } = deps;
    const { canonical, uid, destination, value } = readPayload(raw);
    const digest = createHash('sha256').update(canonical, 'utf8').digest('hex');
    const classification = classifyUpdate(deps.updateRules, value);
    const receive = async (stored: Notification | undefined): Promise<Change<Notification>> => {
      if (stored !== undefined) return unchanged(stored);
      const owner = await ownerOf(classification, uid);
      const classified = matchNotification(classification, destination, owner);
      return receiveNotification({ raw, digest, uid, now: now(), classified });
    };
    let received: Change<Notification> | undefined;
    const { events } = await notifications.change(
      digest,
      call,
      async (stored) => (received = await receive(stored)),
    );
    // Never with a key: the payload is its own.
    if (received === undefined) throw new Error('an /update was answered without being looked at');
    const { classified } = received.state;
    if (classified.effect !== null) await act(received.state, classified.effect.owner);
    return { digest, duplicate: events.length === 0, classified };

    /** Nobody is looked up for what cannot end a hold, and nobody is meant by an id that is a user's and a machine's. */
    async function ownerOf({ action }: Classification, named: string | null): Promise<User | undefined> {
      if (action === null || named === null) return undefined;
      const [machine, user] = await Promise.all([
        machines.get(named, call.deadline),
        users.get(named, call.deadline),
      ]);
      if (machine === undefined) return user?.state;
      return user === undefined ? (await users.get(machine.state.uid, call.deadline))?.state : undefined;
    }

    async function act(notification: Notification, owner: string): Promise<void> {
      await users.change(owner, call, async (user) => {
        if (user === undefined) throw fault('not_found', { message: 'no such user' });
        const layers = await fetchLayers(deps, user, call.deadline);
        const at = now();
        const context = (chainId: string) => settlementContext(worldOf(layers, user), chainId, at);
        return applyNotification(user, notification, context, at);
      });
    }
  };
