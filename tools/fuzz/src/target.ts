import type { Random } from './random';

/** What is fuzzed: something that takes bytes and must answer in one of the ways that are written down. */
export interface Target {
  readonly name: TargetName;
  /** Inputs on their way at once. */
  readonly width: number;
  /** Nothing but `random` decides what it is. */
  make(random: Random): Input;
  /** Resolves with what is wrong about the answer, or with nothing. Never rejects. */
  check(input: Input): Promise<string | undefined>;
  /** Looks at what no single answer shows: logs, metrics, memory, a question whose answer is known. */
  inspect(): Promise<readonly Find[]>;
  /** What came back so far, for the summary: how often each kind of answer. */
  answers(): ReadonlyMap<string, number>;
}

export const targetNames = ['edge', 'engine', 'shares'] as const;
export type TargetName = (typeof targetNames)[number];

export interface Input {
  /** Which door of the target it goes through. */
  readonly kind: string;
  readonly bytes: Buffer;
}

export interface Find {
  readonly problem: string;
  /** When it is known which one it was. */
  readonly input?: Input | undefined;
}
