/**
 * One line on what is done, from two seconds on, so that short runs stay silent. On a terminal the line is rewritten;
 * anywhere else a new line is written every ten seconds.
 */
export interface Progress {
  at(text: string): void;
  tick(): void;
  end(): void;
}

interface ProgressDeps {
  readonly write: (text: string) => void;
  readonly tty: boolean;
  readonly now: () => number; // ms
}

const SILENT_MS = 2_000;
const LINE_MS = 10_000;

export function createProgress({ write, tty, now }: ProgressDeps): Progress {
  let current = '';
  let nextAt = now() + SILENT_MS;
  let shown = false;
  return {
    at(text) {
      current = text;
    },
    tick() {
      if (now() < nextAt || current === '') return;
      nextAt = tty ? nextAt : now() + LINE_MS;
      shown = true;
      write(tty ? `\r\x1b[K${current}` : `${current}\n`);
    },
    end() {
      if (shown && tty) write('\r\x1b[K');
      shown = false;
      nextAt = Infinity;
    },
  };
}
