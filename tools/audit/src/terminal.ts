/** Where a command writes and what surrounds it, so that commands can be tried without a process. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether `err` goes to a terminal, where a line can be rewritten. */
  readonly errIsTty: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** ms UTC */
  readonly now: () => number;
  /** Aborted when the person has had enough. */
  readonly signal: AbortSignal;
}

/** 0: nothing found. 1: a finding. 2: wrong usage, or the store could not be read. 130: interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;
