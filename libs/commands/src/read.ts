import { decideRead, fault, type ReadDecision } from '@countersign/policy';
import type { ChangeCall, Changed } from './call';
import type { CommandDeps } from './deps';
import { fetchLayers } from './layers';

type Deps = Pick<CommandDeps, 'platform' | 'tiers' | 'machines' | 'users' | 'now'>;

/** `uid` may name a machine, which then asks for its user. */
export interface Question {
  readonly uid: string;
  readonly referenceId: string;
}

/**
 * What this user may do now. The hold, what it counts for and the explanation are one commit, and the answer is given
 * after it is durable: asked again after any crash, the same permit gets the same answer and no second hold.
 */
export const readCommand =
  (deps: Deps) =>
  async (call: ChangeCall, { uid, referenceId }: Question): Promise<ReadDecision & Changed> => {
    const { machines, users, now } = deps;
    const named = await machines.get(uid, call.deadline);
    // Both made at once: nobody can say who is meant, so nobody is.
    if (named !== undefined && (await users.get(uid, call.deadline)) !== undefined)
      throw fault('unauthenticated');
    let decided: ReadDecision | undefined;
    const { revision } = await users.change(named?.state.uid ?? uid, call, async (user) => {
      // Anew: it may have been frozen while this waited for its turn.
      const [layers, machine] = await Promise.all([
        fetchLayers(deps, user, call.deadline),
        named && machines.get(uid, call.deadline),
      ]);
      const asking = machine === undefined ? {} : { machine: machine.state };
      return (decided = decideRead({ ...layers, user, ...asking, referenceId, now: now() }));
    });
    // Never with a key: the same permit gets the same answer without one.
    if (decided === undefined) throw new Error('a /read was answered without a decision');
    return { ...decided, revision };
  };
