import type { Terminal } from './cli';

export interface Progress {
  tell(at: { readonly ops: number; readonly episode: number }): void;
  clear(): void;
}

const FIRST_MS = 2000;
const AGAIN_MS = { tty: 500, file: 10_000 } as const;

/** One line that is rewritten on a terminal, a line every ten seconds elsewhere; none for a run of less than two. */
export function createProgress(
  { err, errIsTty, elapsed }: Pick<Terminal, 'err' | 'errIsTty' | 'elapsed'>,
  total: number | undefined,
): Progress {
  let next = FIRST_MS;
  let shown = false;
  return {
    tell({ ops, episode }) {
      const ms = elapsed();
      if (ms < next) return;
      next = ms + (errIsTty ? AGAIN_MS.tty : AGAIN_MS.file);
      const share = total === undefined ? '' : ` (${Math.min(100, Math.floor((ops / total) * 100))} %)`;
      const speed = Math.round((ops / ms) * 1000).toLocaleString('en-US');
      const line = `simulate: ${ops.toLocaleString('en-US')} operations${share}, ${speed} a second, episode ${episode}`;
      err(errIsTty ? `\r\x1b[2K${line}` : `${line}\n`);
      shown = true;
    },
    clear() {
      if (shown && errIsTty) err('\r\x1b[2K');
    },
  };
}
