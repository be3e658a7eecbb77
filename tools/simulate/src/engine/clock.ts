/** Virtual time, shared by everybody in a simulated world. It never goes back. */
export interface Clock {
  now(): number; // ms UTC
  advance(ms: number): void;
}

export function createClock(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError('time does not go back');
      now += ms;
    },
  };
}
