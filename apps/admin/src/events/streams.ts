/** The streams that are open: so many at most, and all of them end when the process stops. */
import { fault } from '@countersign/policy';

export interface Streams {
  /** Takes a place; what it returns gives it back. Throws Fault `exhausted`, or `unavailable` while stopping. */
  enter(): () => void;
  readonly stopping: AbortSignal;
  open(): number;
}

export function createStreams({ max, stopping }: { max: number; stopping: AbortSignal }): Streams {
  const open = new Set<symbol>();
  return {
    enter: () => {
      if (stopping.aborted) throw fault('unavailable');
      if (open.size >= max) throw fault('exhausted', { message: 'too many streams are open' });
      const place = Symbol('stream');
      open.add(place);
      return () => void open.delete(place);
    },
    stopping,
    open: () => open.size,
  };
}
