import { fault } from './faults';

/** What is wrong with a document, as it is found. It is bounded, whatever somebody sends: in number and in length. */
export interface Mistakes {
  /** Throws Fault `invalid` with all of them when there are too many to go on. */
  add(mistake: string): void;
  /** Throws Fault `invalid` with all of them unless there are none. */
  refuse(): void;
}

const MAX_MISTAKES = 200;
const MAX_LENGTH = 300;

export function createMistakes(): Mistakes {
  const found: string[] = [];
  return {
    add(mistake) {
      if (found.length === MAX_MISTAKES) throw fault('invalid', { details: [...found, 'and more'] });
      found.push(mistake.length > MAX_LENGTH ? `${mistake.slice(0, MAX_LENGTH)}…` : mistake);
    },
    refuse() {
      if (found.length > 0) throw fault('invalid', { details: found });
    },
  };
}

/** The first of them; the last entry tells how many more there are. */
export const firstOf = (all: readonly string[], most: number): readonly string[] =>
  all.length <= most ? all : [...all.slice(0, most), `and ${all.length - most} more`];
