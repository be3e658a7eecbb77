/**
 * Says on stderr how far a run is, once it has taken two seconds: one line that rewrites itself on a terminal, a line
 * every five seconds elsewhere. The caller owns the clock and the ticking.
 */
export interface Progress {
  at(name: string, index: number, count: number): void;
  tick(): void;
  /** Leaves no half line behind. */
  end(): void;
}

export interface ProgressDeps {
  write(text: string): void;
  readonly tty: boolean;
  /** Milliseconds, from any origin. */
  now(): number;
}

const quietMs = 2000;
const lineEveryMs = 5000;
const eraseLine = '\r\u001b[K';

export const createProgress = ({ write, tty, now }: ProgressDeps): Progress => {
  const started = now();
  let last = Number.NEGATIVE_INFINITY;
  let state = '';
  let shown = false;

  return {
    at(name, index, count) {
      state = `${index + 1}/${count} ${name}`;
    },
    tick() {
      const elapsed = now() - started;
      if (state === '' || elapsed <= quietMs) return;
      const line = `${Math.round(elapsed / 1000)} s  ${state}`;
      if (tty) {
        write(`${eraseLine}${line}`);
        shown = true;
      } else if (now() - last >= lineEveryMs) {
        write(`${line}\n`);
        last = now();
      }
    },
    end() {
      if (shown) write(eraseLine);
    },
  };
};
