import { PERMIT_LIFETIME_MS, registerPermit as decide } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const registerPermit =
  ({ users, now, newId }: Pick<EngineDeps, 'users' | 'now' | 'newId'>): AdminHandlers['registerPermit'] =>
  async ({ cause, uid, lifetimeMs, ...intent }, context) => {
    const id = newId();
    const command = { ...intent, lifetimeMs: lifetimeMs === 0 ? PERMIT_LIFETIME_MS.default : lifetimeMs };
    const at = now();
    const { revision } = await users.change(uid, fromAdmin(cause, context), (state) =>
      decide(state, command, id, at),
    );
    return { revision, referenceId: id, expiresAtMs: at + command.lifetimeMs };
  };
