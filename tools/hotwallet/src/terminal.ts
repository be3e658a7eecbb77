/** Where a command writes and what surrounds it, so that commands can be tried without a process. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether `err` goes to a terminal, where a line can be rewritten. */
  readonly errIsTty: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** 0: all well. 1: the backend refused, or a check does not hold. 2: wrong usage, or no usable answer. */
export type ExitCode = 0 | 1 | 2;
