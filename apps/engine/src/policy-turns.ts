import { setImmediate } from 'node:timers/promises';
import type { Turns } from '@countersign/policy';

/** ms */
const STRETCH = 10;

/**
 * Work on a policy document, with everybody else's turn in between: the same process answers /read, and a large document
 * takes long. It ends when the caller has gone.
 */
export async function inTurns<T>(
  turns: Turns<T>,
  signal: AbortSignal,
  clock: () => number = () => performance.now(),
): Promise<T> {
  let since = clock();
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
    if (clock() - since < STRETCH) continue;
    await setImmediate();
    signal.throwIfAborted();
    since = clock();
  }
}
