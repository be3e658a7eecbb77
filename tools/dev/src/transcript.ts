/** What the demo prints: acts, what is said in them, and checks that the demo is judged by. */
export interface Transcript {
  act(title: string): void;
  say(text: string): void;
  /** Prints what was expected and whether it came; a check that fails makes the demo fail. */
  check(expectation: string, holds: boolean, seen?: unknown): void;
  readonly failures: () => number;
}

export function createTranscript(write: (line: string) => void): Transcript {
  let acts = 0;
  let failures = 0;
  return {
    act(title) {
      acts += 1;
      write(`\n${acts}. ${title}`);
    },
    say: (text) => write(`     ${text}`),
    check(expectation, holds, seen) {
      if (!holds) failures += 1;
      write(`   ${holds ? '✓' : '✗'} ${expectation}`);
      if (!holds && seen !== undefined) write(`     but: ${JSON.stringify(seen)}`);
    },
    failures: () => failures,
  };
}
