/** JSON as it is stored: no undefined, no Date, no bigint. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An immutable fact, named noun.verb. Never holds a credential, a challenge or a key. */
export interface PolicyEvent {
  readonly type: string;
  readonly data: Json;
}

/** What a command makes of an aggregate: its next state and what happened. No events means nothing to commit. */
export interface Change<S> {
  readonly state: S;
  readonly events: readonly PolicyEvent[];
}

export const changed = <S>(state: S, ...events: PolicyEvent[]): Change<S> => ({ state, events });
export const unchanged = <S>(state: S): Change<S> => ({ state, events: [] });
