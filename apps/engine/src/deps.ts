import type { Countersigner } from '@countersign/salt';
import type { Log } from '@countersign/runtime';
import type { Store } from '@countersign/store';
import type { Aggregates } from './aggregates';
import type { Passwords } from './passwords';
import type { UsernameKey } from './usernames';

/** Everything a handler may use. Each handler's own type picks what it needs of it. */
export interface EngineDeps extends Aggregates {
  readonly store: Pick<Store, 'find' | 'list' | 'events'>;
  readonly passwords: Passwords;
  readonly usernameKey: UsernameKey;
  readonly countersigner: Countersigner;
  readonly now: () => number; // ms UTC
  /** Unguessable, at least 128 bits, safe in a URL. */
  readonly newId: () => string;
  readonly balanceMaxAgeMs: number;
  readonly log: Log;
  /** Counts decisions by their deciding rule. */
  readonly countDecision: (rule: string) => void;
}
