/**
 * Looks for marked values where they must not be. What is said of a find is which kind of value it is, how it is spelled
 * and where it lies, and never the value.
 *
 * An exception names one kind and the places where it is kept on purpose. Each has to be met: a search that does not
 * even find what is there would find nothing else either.
 */
import { createSieve, type Sieve } from './leaks/sieve';
import { spellingsOf, type Spelling } from './leaks/spellings';
import { stretchOf, type Mark, type MarkKind } from './marks';

export const placeSorts = ['log', 'page', 'reply', 'event', 'store', 'file'] as const;
export type PlaceSort = (typeof placeSorts)[number];

export interface Place {
  readonly sort: PlaceSort;
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Exception {
  readonly kind: MarkKind;
  readonly sort: PlaceSort;
  readonly name: RegExp;
  readonly reason: string;
}

export interface Leak {
  readonly kind: MarkKind;
  readonly as: string;
  readonly sort: PlaceSort;
  readonly place: string;
  readonly firstAt: number;
}

export interface Findings {
  /** One for each kind and place. */
  readonly leaks: readonly Leak[];
  /** Exceptions that nothing was excused by. */
  readonly unmet: readonly Exception[];
  readonly spellings: number;
  readonly bytes: number;
  readonly places: Readonly<Record<PlaceSort, number>>;
}

export interface SearchDeps {
  readonly marks: readonly Mark[];
  readonly exceptions: readonly Exception[];
}

export interface Search {
  /** Keeps nothing of the place but what was found. */
  look(place: Place): void;
  findings(): Findings;
}

export function createSearch({ marks, exceptions }: SearchDeps): Search {
  const spellings = marks.flatMap((mark) => spellingsOf(mark));
  const sieves = sievesFor(spellings);
  const places = { log: 0, page: 0, reply: 0, event: 0, store: 0, file: 0 };
  const leaks = new Map<string, Leak>();
  const met = new Set<Exception>();
  let bytes = 0;

  return {
    look(place) {
      places[place.sort] += 1;
      bytes += place.bytes.length;
      for (const { of, firstAt } of sieves.flatMap((sieve) => sieve.look(place.bytes))) {
        const { kind } = of.mark;
        const exception = exceptions.find(
          (it) => it.kind === kind && it.sort === place.sort && it.name.test(place.name),
        );
        if (exception !== undefined) met.add(exception);
        else {
          const id = `${kind} ${place.sort} ${place.name}`;
          if (!leaks.has(id))
            leaks.set(id, { kind, as: of.as, sort: place.sort, place: place.name, firstAt });
        }
      }
    },
    findings: () => ({
      leaks: [...leaks.values()],
      unmet: exceptions.filter((exception) => !met.has(exception)),
      spellings: spellings.length,
      bytes,
      places,
    }),
  };
}

export const tellLeak = ({ kind, as, sort, place, firstAt }: Leak): string =>
  `${kind} (${as}) in the ${sort} ${place}, first at byte ${firstAt}`;

/** One for each length of window. */
function sievesFor(spellings: readonly Spelling[]): readonly Sieve<Spelling>[] {
  const groups = new Map<number, Spelling[]>();
  for (const spelling of spellings) {
    const { window } = stretchOf(spelling.mark.kind);
    groups.set(window, [...(groups.get(window) ?? []), spelling]);
  }
  return [...groups.values()].map((group) => createSieve(group, stretchOf((group[0] as Spelling).mark.kind)));
}
