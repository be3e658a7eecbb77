/** Where a command writes and what surrounds it, so that commands can be tried without a process. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Where progress is drawn; undefined where nobody would see it move. */
  readonly progress: NodeJS.WriteStream | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** ms UTC */
  readonly now: () => number;
  /** Aborted when the person has had enough. */
  readonly signal: AbortSignal;
}

/** 0: done. 1: refused, failed or found broken. 2: wrong usage, or the service was not reached. 130: interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;
