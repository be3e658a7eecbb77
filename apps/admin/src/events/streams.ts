/**
 * The streams that are open: so many at most, a quarter of them of one actor, so that nobody holds all places for good.
 * All of them end when the process stops.
 */
import { fault } from '@countersign/policy';

export interface Streams {
  /** Takes a place; what it returns gives it back. Throws Fault `exhausted`, or `unavailable` while stopping. */
  enter(actor: string): () => void;
  readonly stopping: AbortSignal;
  open(): number;
}

export function createStreams({ max, stopping }: { max: number; stopping: AbortSignal }): Streams {
  const open = new Map<symbol, string>();
  const maxOfOne = Math.max(1, Math.floor(max / 4));
  return {
    enter: (actor) => {
      if (stopping.aborted) throw fault('unavailable');
      if (open.size >= max) throw fault('exhausted', { message: 'too many streams are open' });
      const own = [...open.values()].filter((owner) => owner === actor).length;
      if (own >= maxOfOne) throw fault('exhausted', { message: 'too many of your streams are open' });
      const place = Symbol('stream');
      open.set(place, actor);
      return () => void open.delete(place);
    },
    stopping,
    open: () => open.size,
  };
}
