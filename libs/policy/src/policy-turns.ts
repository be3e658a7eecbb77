/** Work in many small parts. Whoever does it may see to something else between two of them, or do all of it at once. */
export type Turns<T> = Generator<void, T, void>;

export function atOnce<T>(turns: Turns<T>): T {
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
  }
}
