import {
  OUTDATED,
  PLATFORM_ID,
  approveChange,
  beginChange,
  changeStatus,
  completeChange,
  completed,
  expireChange,
  fault,
  isFault,
  isReady,
  proposeChange,
  rejectChange,
  type ProposedChange,
} from '@countersign/policy';
import type { Stored } from '@countersign/store';
import type { Backing, ChangeCall } from './call';
import type { Commands } from './commands';
import type { CommandDeps } from './deps';
import { effectOf, shownLimits } from './effect';
import { PUBLICATION, previewOf, type ChangeMethods, type Preview } from './preview';

/**
 * Changes that wait: proposed with what they would do, approved by somebody else, applied when they are due.
 *
 * A change is applied by the command that it names, with the approval that the stored change has, once: its application
 * is begun by an event, from when on it is not rejected and does not expire; the command then runs under a key of the
 * change, so that a crash before the change is marked repeats nothing, and any number of engines may try at once. It
 * does not begin where it would do anything else than was shown, and the command refuses where the policy is no longer
 * the one it was proposed on, and where the settings have become stricter.
 */
export interface ProposedChanges {
  /** What needs nothing and waits for nothing is applied at once. */
  propose(call: ChangeCall, method: string, request: object): Promise<Stored<ProposedChange>>;
  /** Applies it when it is due. That it could not be applied is told by its status, not by a fault. */
  approve(call: ChangeCall, changeId: string): Promise<Stored<ProposedChange>>;
  reject(call: ChangeCall, changeId: string): Promise<Stored<ProposedChange>>;
  /** Goes on with what is due, ends what has expired, and does nothing to what waits. */
  carryOn(changeId: string, deadline: number): Promise<Progress>;
}

export interface Progress {
  readonly stored: Stored<ProposedChange>;
  /** What this call brought about; null for nothing. */
  readonly ended: 'applied' | 'failed' | 'expired' | null;
  /** Why it is to be tried again; null when it is not. */
  readonly problem: unknown;
}

export interface ProposedChangesDeps extends CommandDeps {
  readonly commands: Commands;
  readonly methods: ChangeMethods;
  /** Told of every change that was applied, has failed or has expired. */
  readonly ended?: (change: ProposedChange, how: 'applied' | 'failed' | 'expired') => void;
}

const MAX_FAILURE = 500;
const PAGE = 100;

export function createProposedChanges(deps: ProposedChangesDeps): ProposedChanges {
  const { changes, platform, store, commands, methods, now, newId } = deps;

  const settingsAt = async (deadline: number) =>
    completed((await platform.get(PLATFORM_ID, deadline))?.state.settings ?? {});

  /** Ids in order of time, so that a list is one too. */
  const changeIdAt = (at: number): string => `c${at.toString(36).padStart(9, '0')}-${newId().slice(0, 12)}`;

  async function stored(changeId: string, deadline: number): Promise<Stored<ProposedChange>> {
    const found = await changes.get(changeId, deadline);
    if (found === undefined) throw fault('not_found', { message: 'no such change' });
    return found;
  }

  /** As it is now; refuses what is not any more what was shown when it was proposed. */
  async function sameAsShown(change: ProposedChange, call: ChangeCall): Promise<string> {
    const { effect } = change as { readonly effect: { readonly limits?: unknown } };
    try {
      const preview = await previewOf(deps, methods, { ...call, expectedRevision: null }, change);
      const limits = await shownLimits(deps, preview);
      if (JSON.stringify(limits) === JSON.stringify(effect.limits)) return preview.basis;
    } catch (error) {
      if (!isFault(error) || isTransient(error)) throw error;
      throw fault('conflict', {
        message: OUTDATED,
        details: [error.message, ...error.details],
        cause: error,
      });
    }
    throw fault('conflict', { message: OUTDATED });
  }

  async function apply(change: ProposedChange, deadline: number): Promise<{ readonly revision: number }> {
    const { method, request } = change;
    const perform = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (perform === undefined) throw fault('invalid', { message: 'this engine cannot apply such a change' });
    try {
      return await perform(commands, callOf(change, deadline), request);
    } catch (error) {
      if (!isFault(error) || isTransient(error)) throw error;
      const revision = await appliedBefore(change, deadline);
      if (revision === undefined) throw error;
      return { revision };
    }
  }

  /** The key is forgotten after a day; the aggregate's own events are not. One event of it is one revision. */
  async function appliedBefore(
    { changeId, subject: { kind, id, seq } }: ProposedChange,
    deadline: number,
  ): Promise<number | undefined> {
    const own = `${requestIdOf(changeId)}/`;
    for (let afterSeq = seq; ;) {
      const events = await store.history(kind, id, { afterSeq, limit: PAGE, deadline });
      const made = events.find(({ requestId }) => requestId.startsWith(own));
      if (made !== undefined || events.length < PAGE) return made?.seq;
      afterSeq = events.at(-1)?.seq ?? afterSeq;
    }
  }

  async function carryOn(changeId: string, deadline: number): Promise<Progress> {
    const engine = engineCall(changeId, deadline);
    const before = await stored(changeId, deadline);
    if (changeStatus(before.state, now()) === 'expired' && before.state.ending === null) {
      const { events } = await changes.change(changeId, engine, (state) => expireChange(state, now()));
      return ended('expired', events.length > 0, deadline);
    }
    if (!isReady(before.state, now())) return { stored: before, ended: null, problem: null };
    try {
      const { events: begun } = await begin(changeId, engine);
      if (begun.at(-1)?.type === 'change.failed') return await ended('failed', true, deadline);
      const { state: change } = await stored(changeId, deadline);
      if (change.ending !== null || change.applying === null) return ended('applied', false, deadline);
      const how = await outcomeOf(change, deadline);
      const { events } = await changes.change(changeId, engine, (state) => completeChange(state, how, now()));
      return await ended('revision' in how ? 'applied' : 'failed', events.length > 0, deadline);
    } catch (error) {
      return { stored: before, ended: null, problem: error };
    }

    async function ended(how: 'applied' | 'failed' | 'expired', byThis: boolean, until: number) {
      const after = await stored(changeId, until);
      if (byThis) deps.ended?.(after.state, how);
      return { stored: after, ended: byThis ? how : null, problem: null };
    }
  }

  /**
   * What was agreed to begins, or nothing does. Of a publication, many commits that no single decision can tie to what
   * it was proposed on, this is the only look; and what has begun may have been done, so it is looked at no more.
   */
  const begin = (changeId: string, engine: ChangeCall) =>
    changes.change(changeId, engine, async (state) => {
      const begun = beginChange(state, now());
      if (begun.events.length === 0) return begun;
      const failure = await whyOutdated(begun.state, engine);
      if (failure === null) return begun;
      const failed = completeChange(begun.state, { failure }, now());
      return { state: failed.state, events: [...begun.events, ...failed.events] };
    });

  async function whyOutdated(change: ProposedChange, call: ChangeCall): Promise<string | null> {
    try {
      return (await sameAsShown(change, call)) === change.basis ? null : OUTDATED;
    } catch (error) {
      return failureOf(error);
    }
  }

  async function outcomeOf(
    change: ProposedChange,
    deadline: number,
  ): Promise<{ readonly revision: number } | { readonly failure: string }> {
    try {
      return { revision: (await apply(change, deadline)).revision };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  }

  return {
    carryOn,
    async propose(call, method, request) {
      const { events } = await changes.create(
        () => changeIdAt(now()),
        { ...call, expectedRevision: null },
        async (changeId) => {
          const preview: Preview = await previewOf(deps, methods, call, { method, request });
          const proposal = {
            changeId,
            method,
            request,
            subject: preview.subject,
            proposedBy: call.cause.actor,
            reason: call.cause.reason,
            loosenings: preview.loosenings,
            basis: preview.basis,
            effect: await effectOf(deps, preview, call.deadline),
          };
          return proposeChange(undefined, proposal, await settingsAt(call.deadline), now());
        },
      );
      const { changeId } = events[0]?.data as Pick<ProposedChange, 'changeId'>;
      return (await carryOn(changeId, call.deadline)).stored;
    },
    async approve(call, changeId) {
      await changes.change(changeId, call, async (state) => {
        // Who may not approve is refused before anything is looked up for them.
        if (state !== undefined) approveChange(state, wordOf(call), state.basis, now());
        const basis = state === undefined ? '' : await sameAsShown(state, call);
        return approveChange(state, wordOf(call), basis, now());
      });
      return (await carryOn(changeId, call.deadline)).stored;
    },
    async reject(call, changeId) {
      await changes.change(changeId, call, (state) => rejectChange(state, wordOf(call), now()));
      return stored(changeId, call.deadline);
    },
  };
}

const wordOf = ({ cause: { actor, reason } }: ChangeCall) => ({ actor, reason });

const isTransient = (error: unknown): boolean => isFault(error, 'unavailable', 'deadline', 'cancelled');

/** Of what another attempt would not change; throws the rest. */
function failureOf(error: unknown): string {
  if (!isFault(error) || isTransient(error)) throw error;
  return [error.message, ...error.details].join('; ').slice(0, MAX_FAILURE);
}

const requestIdOf = (changeId: string): string => `change:${changeId}`;

const engineCall = (changeId: string, deadline: number): ChangeCall => ({
  cause: { actor: 'engine', reason: 'what a change waited for is there', requestId: requestIdOf(changeId) },
  deadline,
  approval: null,
  once: null,
  expectedRevision: null,
});

/** The proposer's own call, with what the stored change has behind it. */
function callOf(change: ProposedChange, deadline: number): ChangeCall {
  const { changeId, proposedBy, reason, proposedAt, approvals, basis, method } = change;
  const by = approvals.at(-1)?.actor ?? null;
  const approval: Backing = {
    by,
    since: proposedAt,
    ...(method !== PUBLICATION && { basis }),
  };
  const told =
    by === null ? `${reason} (change ${changeId})` : `${reason} (change ${changeId}, approved by ${by})`;
  return {
    cause: { actor: proposedBy, reason: told, requestId: requestIdOf(changeId) },
    deadline,
    approval,
    once: { name: `change:${changeId}`, inputs: changeId },
    expectedRevision: null,
  };
}
