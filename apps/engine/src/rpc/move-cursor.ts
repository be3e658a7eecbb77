import type { AdminHandlers } from '@countersign/rpc';
import { moveCursor as move } from '../cursors';
import type { EngineDeps } from '../deps';

/** Never back: a reader that was slow, or started anew, finds the furthest of all. */
export const moveCursor =
  (deps: Pick<EngineDeps, 'store' | 'now'>): AdminHandlers['moveCursor'] =>
  async (cursor, { deadline }) => ({ name: cursor.name, position: await move(deps, cursor, deadline) });
