import type { UpdateRules } from '@countersign/policy';
import type { Store } from '@countersign/store';
import type { Aggregates } from './aggregates';

export interface CommandDeps extends Aggregates {
  readonly store: Pick<Store, 'list' | 'history'>;
  readonly now: () => number; // ms UTC
  /** Unguessable, at least 128 bits, safe in a URL. */
  readonly newId: () => string;
  readonly updateRules: UpdateRules;
}
