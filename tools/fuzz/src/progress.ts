import type { Terminal } from './cli';
import type { TargetName } from './target';

export interface Progress {
  tell(counts: ReadonlyMap<TargetName, number>): void;
  clear(): void;
}

const AGAIN_MS = { tty: 500, file: 10_000 } as const;

export const countsText = (counts: ReadonlyMap<TargetName, number>): string =>
  [...counts].map(([name, count]) => `${name} ${count.toLocaleString('en-US')}`).join(', ');

/** One line that is rewritten on a terminal, a line every ten seconds elsewhere. */
export const createProgress = ({ err, errIsTty, elapsed }: Terminal): Progress => {
  let next = 0;
  let shown = false;
  return {
    tell(counts) {
      const ms = elapsed();
      if (ms < next) return;
      next = ms + (errIsTty ? AGAIN_MS.tty : AGAIN_MS.file);
      const line = `fuzz: ${Math.round(ms / 1_000)} s, inputs: ${countsText(counts)}`;
      err(errIsTty ? `\r\x1b[2K${line}` : `${line}\n`);
      shown = true;
    },
    clear() {
      if (shown && errIsTty) err('\r\x1b[2K');
    },
  };
};
