/**
 * Who is inside: the calls being served and the streams being open. Draining closes the gate, waits until nobody is left
 * inside, and only then closes connections. The order matters: a connection that has been told to go away (GOAWAY) no
 * longer answers pings, and the first keepalive ping of either end would cut off what is still in flight on it.
 */
import { fault } from '@countersign/policy';

export interface Gate {
  /**
   * Returns how to leave. Throws Fault `unavailable` once the gate is closed, unless `carried`: what belongs to work
   * that was let in before.
   */
  enter(carried: boolean): () => void;
  close(): void;
  /** Resolves when nobody is inside. */
  empty(): Promise<void>;
}

export const createGate = (): Gate => {
  let inside = 0;
  let closed = false;
  let whenEmpty: (() => void)[] = [];

  return {
    enter: (carried) => {
      if (closed && !carried) throw fault('unavailable');
      inside += 1;
      return () => {
        inside -= 1;
        if (inside > 0) return;
        for (const resolve of whenEmpty) resolve();
        whenEmpty = [];
      };
    },
    close: () => (closed = true),
    empty: () => new Promise((resolve) => (inside === 0 ? resolve() : whenEmpty.push(resolve))),
  };
};
