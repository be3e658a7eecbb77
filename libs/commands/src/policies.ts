import {
  PUBLICATION_ID,
  draftVersion,
  endPublication,
  existingVersion,
  fault,
  isFault,
  parsePolicyDocument,
  planPolicy,
  policyDifferences,
  policyText,
  policyVersionId,
  policyVersionOf,
  refuseUnapproved,
  refuseUnnamedTiers,
  startPublication,
  versionPublished,
  type InForce,
  type PolicyDocument,
  type PolicyStep,
} from '@countersign/policy';
import { refuseOtherRevision } from './aggregate';
import type { ChangeCall, Changed } from './call';
import { platformCommands } from './platform';
import type { JudgedDeps } from './policy-change';
import { fetchPolicy, type SeenPolicy } from './policy-in-force';
import { tierCommands } from './tiers';

/**
 * Drafts and publishes versions of the policy document.
 *
 * Publishing is many commits, one for each step of a plan (policy-plan.ts), and each is made on the revision that the
 * plan was made from: where somebody else changes something meanwhile, what is left is planned again. So whenever it is
 * interrupted, doing it again goes on where it stopped, does nothing twice and ends the same. It is refused before
 * anything is changed when it loosens without the approval that the settings in force want; a version counts as
 * published once everything in force is as it says.
 */
export interface PolicyCommands {
  /** `document` is JSON. The reply's revision is that of the version, which is new. */
  draftPolicy(call: ChangeCall, document: string): Promise<Changed & { readonly version: number }>;
  /** Also an earlier one again. The reply's revision is that of the version. */
  publishPolicy(call: ChangeCall, version: number): Promise<Changed>;
}

type Deps = Pick<JudgedDeps, 'judge' | 'policies' | 'publications' | 'platform' | 'tiers' | 'store' | 'now'>;

/** A publication that finds the policy changed by others this often gives way to them. */
const MAX_PLANS = 20;

export function policyCommands(deps: Deps): PolicyCommands {
  const { policies, publications, now } = deps;
  const perform = performer(deps);

  async function publishable(call: ChangeCall, version: number) {
    const stored = await policies.get(policyVersionId(version), call.deadline);
    return { document: parsePolicyDocument(existingVersion(stored?.state).document), stored };
  }

  function refuseUnlessApproved(call: ChangeCall, inForce: InForce, document: PolicyDocument): void {
    const loosened = policyDifferences(inForce, document).filter(({ loosens }) => loosens);
    const { approval, cause } = call;
    refuseUnapproved(
      inForce.platform,
      loosened.map(({ text }) => text),
      { actor: cause.actor, approval, now: now() },
    );
  }

  /** The number of the publication, the same one whenever this call comes again. */
  async function start(call: ChangeCall, version: number): Promise<number> {
    const { events } = await publications.change(
      PUBLICATION_ID,
      { ...call, expectedRevision: null },
      async (state) => {
        const { document, stored } = await publishable(call, version);
        refuseOtherRevision(call, stored?.revision ?? 0);
        const { inForce } = await fetchPolicy(deps, call.deadline);
        planPolicy(inForce, document);
        refuseUnlessApproved(call, inForce, document);
        return startPublication(state, { version, by: call.cause.actor, at: now() });
      },
    );
    return (events[0]?.data as { readonly number: number }).number;
  }

  /** Whether it is still to be carried out. Throws Fault `conflict` when another one took its place. */
  async function isUnderWay(call: ChangeCall, version: number, publication: number): Promise<boolean> {
    const last = (await publications.get(PUBLICATION_ID, call.deadline))?.state;
    if (last?.number === publication) return last.endedAt === null;
    const { stored } = await publishable(call, version);
    if ((stored?.state.published?.publication ?? 0) >= publication) return false;
    throw fault('conflict', { message: 'another version was published instead' });
  }

  async function carryOut(call: ChangeCall, version: number, publication: number): Promise<void> {
    const { document } = await publishable(call, version);
    for (let plans = 0; plans < MAX_PLANS; plans += 1) {
      if (!(await isUnderWay(call, version, publication))) return;
      const seen = await fetchPolicy(deps, call.deadline);
      const { steps } = planPolicy(seen.inForce, document);
      if (steps.length === 0) return;
      refuseUnlessApproved(call, seen.inForce, document);
      try {
        const revisions = createRevisions(seen);
        for (const step of steps) {
          if (!(await isUnderWay(call, version, publication))) return;
          const { revision } = await perform(stepCall(call, version, revisions.of(step)), step);
          revisions.moved(step, revision);
        }
      } catch (error) {
        if (!isFault(error, 'conflict') || error.revision === undefined) throw error;
      }
    }
    throw fault('conflict', { message: 'the policy is being changed by others; publish it again' });
  }

  return {
    async draftPolicy(call, text) {
      const next = async () => policyVersionId((await lastVersion(deps, call.deadline)) + 1);
      const { revision, events } = await policies.create(next, call, async (id) => {
        const document = parsePolicyDocument(text);
        refuseUnnamedTiers(document, (await fetchPolicy(deps, call.deadline)).inForce);
        const { actor: draftedBy, reason } = call.cause;
        return draftVersion(undefined, {
          version: policyVersionOf(id),
          document: policyText(document),
          draftedBy,
          reason,
          draftedAt: now(),
        });
      });
      return { version: (events[0]?.data as { readonly version: number }).version, revision };
    },
    async publishPolicy(call, version) {
      const publication = await start(call, version);
      await carryOut(call, version, publication);
      const by = call.cause.actor;
      const { revision } = await policies.change(policyVersionId(version), markCall(call), (state) =>
        versionPublished(state, { publication, by, at: now() }),
      );
      await publications.change(PUBLICATION_ID, { ...call, once: null, expectedRevision: null }, (state) =>
        endPublication(state, { number: publication, at: now() }),
      );
      return { revision };
    },
  };
}

/** The highest there is; 0 for none. Versions have no gaps, so a few looks find the last of any number. */
export async function lastVersion({ policies }: Pick<Deps, 'policies'>, deadline: number): Promise<number> {
  const exists = async (version: number) =>
    (await policies.get(policyVersionId(version), deadline)) !== undefined;
  let [there, absent] = [0, 1];
  while (await exists(absent)) [there, absent] = [absent, absent * 2];
  while (absent - there > 1) {
    const middle = Math.floor((there + absent) / 2);
    if (await exists(middle)) there = middle;
    else absent = middle;
  }
  return there;
}

/** A step is told as what it belongs to, and is made on what it was planned from or not at all. */
const stepCall = (call: ChangeCall, version: number, expectedRevision: number): ChangeCall => ({
  ...call,
  cause: { ...call.cause, reason: `${call.cause.reason} (policy version ${version})` },
  once: null,
  expectedRevision,
});

/** A call with a key changes two aggregates by it, each under a name of its own. */
const markCall = (call: ChangeCall): ChangeCall => ({
  ...call,
  once: call.once && { ...call.once, name: `${call.once.name}:published` },
  expectedRevision: null,
});

/** The very commands that change the two layers one thing at a time. */
function performer(deps: Deps): (call: ChangeCall, step: PolicyStep) => Promise<Changed> {
  const platform = platformCommands(deps);
  const tiers = tierCommands(deps);
  return (call, step) => {
    switch (step.command) {
      case 'enableChain':
      case 'disableChain':
      case 'changeSettings':
        return platform[step.command](call, step.input);
      case 'createTier':
      case 'changeTier':
      case 'setTierLimits':
        return tiers[step.command](call, step.tierId, step.input);
    }
  };
}

function createRevisions({ revisions }: SeenPolicy) {
  const known = new Map<string | null, number>([[null, revisions.platform], ...revisions.tiers]);
  const aggregateOf = (step: PolicyStep): string | null => ('tierId' in step ? step.tierId : null);
  return {
    of: (step: PolicyStep): number => known.get(aggregateOf(step)) ?? 0,
    moved: (step: PolicyStep, revision: number) => void known.set(aggregateOf(step), revision),
  };
}
