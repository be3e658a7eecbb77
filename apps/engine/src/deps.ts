import type { Aggregates, Commands, ProposedChanges } from '@countersign/commands';
import type { Countersigner } from '@countersign/salt';
import type { Log } from '@countersign/runtime';
import type { Store } from '@countersign/store';
import type { EventWait } from './event-wait';
import type { Notary } from './notary';
import type { Hashed } from './once';
import type { Passwords } from './passwords';
import type { UsernameKey } from './usernames';

/** Everything a handler may use. Each handler's own type picks what it needs of it. */
export interface EngineDeps extends Aggregates {
  readonly commands: Commands;
  readonly proposedChanges: ProposedChanges;
  readonly store: Pick<Store, 'find' | 'list' | 'events' | 'history' | 'head' | 'receipt' | 'putReceipt'>;
  readonly eventWait: EventWait;
  readonly notary: Notary;
  readonly passwords: Passwords;
  readonly usernameKey: UsernameKey;
  readonly hashed: Hashed;
  readonly countersigner: Countersigner;
  readonly now: () => number; // ms UTC
  readonly log: Log;
  /** Counts decisions by their deciding rule. */
  readonly countDecision: (rule: string) => void;
  /** Counts notifications by type and by what was made of them. */
  readonly countNotification: (type: string, outcome: string) => void;
}
