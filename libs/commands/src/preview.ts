import {
  NO_PLATFORM,
  PLATFORM_ID,
  basisOf,
  existingVersion,
  fault,
  loosenings,
  nobodyIn,
  otherDifferences,
  parsePolicyDocument,
  planPolicy,
  policyDifferences,
  policyText,
  documentOf,
  policyVersionId,
  type InForce,
  type PolicyChange,
  type Sides,
  type Subject,
  type Tier,
  type User,
} from '@countersign/policy';
import { refuseOtherRevision, type Aggregate } from './aggregate';
import type { Aggregates } from './aggregates';
import type { ChangeCall, Changed } from './call';
import { createCommands, type Commands } from './commands';
import type { CommandDeps } from './deps';
import { fingerprint } from './fingerprint';
import { fetchPolicy } from './policy-in-force';
import type { Judge } from './policy-change';

/** How what a change names is carried out: by the very command that is called when nothing has to wait. */
export type Perform = (commands: Commands, call: ChangeCall, request: object) => Promise<Changed>;

/** By the name of the mutation. What is not here cannot be proposed. */
export type ChangeMethods = Readonly<Record<string, Perform>>;

/** The one that changes more than one aggregate. */
export const PUBLICATION = 'publishPolicy';

/** What a change would do now. */
export interface Preview {
  readonly subject: Subject;
  readonly loosenings: readonly string[];
  /** Of the policy it would change; another one after every change to that. */
  readonly basis: string;
  readonly others: readonly string[];
  /** Whom it touches: one user, everybody of a tier, or everybody; null for nobody's limits. */
  readonly touched: { readonly uid: string } | { readonly tier: string } | 'everybody' | null;
  /** The layers around a user it touches; around nobody in particular, to see what the layers say. */
  readonly sidesOf: (user: User | null) => Promise<Sides>;
}

/**
 * Runs the command against the states as they are and commits nothing. So what is shown is what the command does, and
 * what the command refuses cannot be proposed.
 */
export async function previewOf(
  deps: CommandDeps,
  methods: ChangeMethods,
  call: ChangeCall,
  { method, request }: { readonly method: string; readonly request: object },
): Promise<Preview> {
  if (method === PUBLICATION) return previewPublication(deps, call, request);
  const perform = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (perform === undefined)
    throw fault('invalid', { details: ['change: must be one that can be proposed'] });
  let seen: PolicyChange | undefined;
  const look: Judge = (change, _call, _platform, judged) => {
    if (change.events.length > 0) seen = judged;
    return change;
  };
  await perform(createCommands({ ...deps, ...looking(deps) }, look), { ...call, once: null }, request);
  if (seen === undefined) throw fault('invalid', { message: 'this changes nothing' });
  return previewed(deps, seen, call.deadline);
}

/** The same aggregates, of which nothing is changed. */
function looking({ platform, tiers, users, machines }: Aggregates): Partial<Aggregates> {
  const only = <S>(aggregate: Aggregate<S>): Aggregate<S> => ({
    get: (id, deadline) => aggregate.get(id, deadline),
    async change(id, call, decide) {
      const stored = await aggregate.get(id, call.deadline);
      refuseOtherRevision(call, stored?.revision ?? 0);
      const { events } = await decide(stored?.state);
      return { revision: stored?.revision ?? 0, events };
    },
    create: async (newId, _call, decide) => ({
      revision: 0,
      events: (await decide(await newId())).events,
    }),
  });
  return { platform: only(platform), tiers: only(tiers), users: only(users), machines: only(machines) };
}

function previewed(deps: CommandDeps, change: PolicyChange, deadline: number): Preview {
  const common = {
    loosenings: loosenings(change),
    basis: fingerprint(basisOf(change)),
    others: otherDifferences(change),
  };
  const outer = async () => (await deps.platform.get(PLATFORM_ID, deadline))?.state ?? NO_PLATFORM;
  const tiersSeen = new Map<string, Promise<Tier | undefined>>();
  const tierOf = async (user: User | null) => {
    if (user === null || user.tier === null) return undefined;
    const { tier: id } = user;
    const seen = tiersSeen.get(id) ?? deps.tiers.get(id, deadline).then((stored) => stored?.state);
    tiersSeen.set(id, seen);
    return seen;
  };
  const seq = change.before?.seq ?? 0;
  switch (change.kind) {
    case 'platform': {
      const { before = NO_PLATFORM, after } = change;
      return {
        ...common,
        subject: { kind: 'platform', id: PLATFORM_ID, seq },
        touched: 'everybody',
        async sidesOf(given) {
          const [tier, user] = [await tierOf(given), given ?? nobodyIn(undefined)];
          return { before: { platform: before, tier, user }, after: { platform: after, tier, user } };
        },
      };
    }
    case 'tier': {
      const { before, after } = change;
      return {
        ...common,
        subject: { kind: 'tier', id: after.tierId, seq },
        touched: { tier: after.tierId },
        async sidesOf(given) {
          const [platform, user] = [await outer(), given ?? nobodyIn(after)];
          return { before: { platform, tier: before, user }, after: { platform, tier: after, user } };
        },
      };
    }
    case 'user': {
      const { before, after, tiers } = change;
      return {
        ...common,
        subject: { kind: 'user', id: after.uid, seq },
        touched: { uid: after.uid },
        async sidesOf() {
          const platform = await outer();
          return {
            before: { platform, tier: tiers.before, user: before ?? after },
            after: { platform, tier: tiers.after, user: after },
          };
        },
      };
    }
    case 'machine':
      return {
        ...common,
        subject: { kind: 'machine', id: change.after.machineId, seq },
        touched: null,
        async sidesOf() {
          const world = { platform: await outer(), tier: undefined, user: nobodyIn(undefined) };
          return { before: world, after: world };
        },
      };
  }
}

async function previewPublication(deps: CommandDeps, call: ChangeCall, request: object): Promise<Preview> {
  const { version } = request as { readonly version: number };
  const id = policyVersionId(version);
  const stored = await deps.policies.get(id, call.deadline);
  refuseOtherRevision(call, stored?.revision ?? 0);
  const document = parsePolicyDocument(existingVersion(stored?.state).document);
  const { inForce } = await fetchPolicy(deps, call.deadline);
  const { after } = planPolicy(inForce, document);
  const differences = policyDifferences(inForce, document);
  const worldOf = ({ platform = NO_PLATFORM, tiers }: InForce, user: User) => ({
    platform,
    tier: tiers.find(({ tierId }) => tierId === user.tier),
    user,
  });
  return {
    subject: { kind: 'policy', id, seq: stored?.state.seq ?? 0 },
    loosenings: differences.filter(({ loosens }) => loosens).map(({ text }) => text),
    basis: fingerprint(`${version}\n${policyText(documentOf(inForce))}`),
    others: differences.map(({ text }) => text),
    touched: 'everybody',
    async sidesOf(given) {
      const user = given ?? nobodyIn(undefined);
      return { before: worldOf(inForce, user), after: worldOf(after, user) };
    },
  };
}
