import {
  PERMIT_LIFETIME_MS,
  fault,
  permitOf,
  refuseUnlessSuspect,
  registerPermit,
  releasePermit,
  settlePermit,
  settlementContext,
  suspectHolds,
  type Change,
  type Layers,
  type Permit,
  type PolicyEvent,
  type SettlementContext,
  type User,
} from '@countersign/policy';
import type { ChangeCall, Changed } from './call';
import type { CommandDeps } from './deps';
import { fetchLayers, needed, worldOf } from './layers';

export interface Registered extends Changed {
  readonly referenceId: string;
  readonly expiresAt: number; // ms UTC
}

/** What registerPermit of the policy core takes; `lifetimeMs` left out: the standard. */
export interface Intent {
  readonly kind: string;
  readonly chainId: string;
  readonly amount: string;
  readonly address: string;
  readonly tag: string | null;
  readonly lifetimeMs?: number;
}

export interface PermitCommands {
  registerPermit(call: ChangeCall, uid: string, intent: Intent): Promise<Registered>;
  /** `amount` null: what was held. */
  settlePermit(call: ChangeCall, uid: string, id: string, amount: string | null): Promise<Changed>;
  releasePermit(call: ChangeCall, uid: string, id: string): Promise<Changed>;
  /** An operator's word about a suspect hold; the reason is the call's. */
  reconcilePermit(
    call: ChangeCall,
    uid: string,
    id: string,
    outcome: { readonly settled: string | null } | 'released',
  ): Promise<Changed>;
  /** Marks the user's holds that have become suspect; tells how many are suspect now. */
  markSuspects(call: ChangeCall, uid: string): Promise<void>;
}

type Deps = Pick<CommandDeps, 'platform' | 'tiers' | 'users' | 'now' | 'newId'>;

export function permitCommands(deps: Deps): PermitCommands {
  const { users, now, newId } = deps;

  const change = (
    call: ChangeCall,
    uid: string,
    decide: (state: User | undefined, layers: Layers, at: number) => Change<User>,
  ) =>
    users.change(uid, call, async (before) =>
      decide(before, await fetchLayers(deps, before, call.deadline), now()),
    );

  return {
    async registerPermit(call, uid, { lifetimeMs = PERMIT_LIFETIME_MS.default, ...intent }) {
      const id = newId();
      const made = await change(call, uid, (before, { platform }, at) =>
        registerPermit(before, { ...intent, lifetimeMs }, id, platform, at),
      );
      return { revision: made.revision, ...registeredBy(made.events) };
    },
    settlePermit: (call, uid, id, amount) =>
      change(call, uid, (before, layers, at) =>
        settlePermit(before, { id, amount, by: 'ledger' }, contextOf(before, layers, id, at), at),
      ),
    releasePermit: (call, uid, id) =>
      change(call, uid, (before, _, at) => releasePermit(before, { id, by: 'ledger' }, at)),
    reconcilePermit: (call, uid, id, outcome) =>
      change(call, uid, (before, layers, at) => {
        refuseUnlessSuspect(before, id, needed(layers.platform).settings.suspectAfterMs, at);
        const ending = { id, by: 'reconcile' };
        if (outcome === 'released') return releasePermit(before, ending, at);
        const context = contextOf(before, layers, id, at);
        return settlePermit(before, { ...ending, amount: outcome.settled }, context, at);
      }),
    async markSuspects(call, uid) {
      await change(call, uid, (before, { platform }, at) =>
        suspectHolds(before, needed(platform).settings.suspectAfterMs, at),
      );
    },
  };
}

function registeredBy(events: readonly PolicyEvent[]): Omit<Registered, 'revision'> {
  const event = events.find(({ type }) => type === 'permit.registered');
  if (event === undefined) throw new Error('a permit was registered without an event that says so');
  const { id, expiresAt } = event.data as Permit;
  return { referenceId: id, expiresAt };
}

function contextOf(user: User | undefined, layers: Layers, id: string, at: number): SettlementContext {
  const permit = user && permitOf(user, id);
  if (user === undefined || permit === undefined) throw fault('not_found', { message: 'no such permit' });
  return settlementContext(worldOf(layers, user), permit.chainId, at);
}
