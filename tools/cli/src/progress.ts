import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal';

/** A bar on a terminal, and nothing anywhere else. `end` leaves no half line behind. */
export interface Progress {
  at(done: number): void;
  end(): void;
}

export function createProgress({ progress }: Terminal, total: number, of: string): Progress {
  if (progress === undefined) return { at: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    stream: progress,
    format: `{bar} {percentage}% {value}/{total} ${of} {duration_formatted}`,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return { at: (done) => bar.update(done), end: () => bar.stop() };
}
