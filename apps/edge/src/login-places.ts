/**
 * How many logins may be on their way at once. A login costs the engine as much as 150 reads and waits its turn there,
 * so without this a flood of logins would fill this edge's places and /read would be answered 503.
 */
export interface LoginPlaces {
  /** A place, to be given back by calling what was returned, once; undefined at once when all are taken. */
  take(): (() => void) | undefined;
  readonly taken: () => number;
}

export function createLoginPlaces({ max }: { readonly max: number }): LoginPlaces {
  let taken = 0;
  return {
    take() {
      if (taken >= max) return undefined;
      taken += 1;
      let held = true;
      return () => {
        if (held) taken -= 1;
        held = false;
      };
    },
    taken: () => taken,
  };
}
