/** An immutable fact, named noun.verb. Never holds a credential, a challenge or a key. */
export interface PolicyEvent {
  readonly type: string;
  /** A JSON object; the store refuses anything else. */
  readonly data: object;
}

/** What a command makes of an aggregate: its next state and what happened. No events means nothing to commit. */
export interface Change<S> {
  readonly state: S;
  readonly events: readonly PolicyEvent[];
}

/** What one event makes of a state. Depends on nothing else, so that events alone rebuild every state. */
export type Evolve<S, E extends PolicyEvent> = (state: S | undefined, event: E) => S;

/** The one way from a decision to a state: a command states events, and the state is what they make of the one before. */
export const changedBy =
  <S, E extends PolicyEvent>(evolve: Evolve<S, E>) =>
  (state: S | undefined, first: E, ...more: readonly E[]): Change<S> => ({
    state: more.reduce<S>((before, event) => evolve(before, event), evolve(state, first)),
    events: [first, ...more],
  });

export const unchanged = <S>(state: S): Change<S> => ({ state, events: [] });
