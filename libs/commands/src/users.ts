import {
  addDestination,
  changeCredentials,
  createUser,
  fault,
  freezeUser,
  overrideLimit,
  pushBalance,
  rearmed,
  removeOverride,
  revokeDestination,
  setUserLimits,
  updateUser,
  waiveCoolingOff,
  withCredentials,
  type Change,
  type Credentials,
  type Layers,
  type Tier,
  type User,
} from '@countersign/policy';
import type { ChangeCall, Changed } from './call';
import { fetchLayers } from './layers';
import type { JudgedDeps } from './policy-change';

/** As they are stored: never as they came. */
export type StoredSecrets = Pick<Credentials, 'username' | 'password'>;

export interface UserCommands {
  createUser(
    call: ChangeCall,
    input: { readonly uid: string; readonly role: string; readonly tier?: string },
    secrets: StoredSecrets | null,
  ): Promise<Changed>;
  /** `input` is what updateUser of the policy core takes. */
  updateUser(call: ChangeCall, uid: string, input: { readonly tier?: string | null }): Promise<Changed>;
  changePassword(call: ChangeCall, uid: string, password: string): Promise<Changed>;
  setUserLimits(call: ChangeCall, uid: string, input: unknown): Promise<Changed>;
  overrideLimit(call: ChangeCall, uid: string, input: unknown): Promise<Changed>;
  removeOverride(call: ChangeCall, uid: string, input: unknown): Promise<Changed>;
  freezeUser(call: ChangeCall, uid: string, frozen: boolean): Promise<Changed>;
  addDestination(call: ChangeCall, uid: string, input: unknown): Promise<Changed>;
  revokeDestination(call: ChangeCall, uid: string, input: unknown): Promise<Changed>;
  waiveCoolingOff(call: ChangeCall, uid: string, input: unknown): Promise<Changed>;
  pushBalance(call: ChangeCall, uid: string, input: unknown): Promise<Changed>;
}

type Deps = Pick<JudgedDeps, 'judge' | 'users' | 'platform' | 'tiers' | 'machines' | 'now'>;

export function userCommands(deps: Deps): UserCommands {
  const { users, tiers, machines, judge, now } = deps;

  const change = (
    call: ChangeCall,
    uid: string,
    decide: (
      state: User | undefined,
      layers: Layers,
      nextTier: Tier | undefined,
    ) => Change<User> | Promise<Change<User>>,
    nextTierId?: string | null,
  ) =>
    users.change(uid, call, async (before) => {
      const [layers, nextTier] = await Promise.all([
        fetchLayers(deps, before, call.deadline),
        tierOf(nextTierId, call.deadline),
      ]);
      const made = await decide(before, layers, nextTier);
      const after = made.state;
      const judged = { before: layers.tier, after: after.tier === before?.tier ? layers.tier : nextTier };
      return judge(made, call, layers.platform, {
        kind: 'user',
        before,
        after,
        tiers: judged,
        now: now(),
      });
    });

  const tierOf = async (tierId: string | null | undefined, deadline: number): Promise<Tier | undefined> =>
    tierId === null || tierId === undefined ? undefined : (await tiers.get(tierId, deadline))?.state;

  return {
    createUser: (call, { tier: tierId, ...input }, secrets) =>
      change(call, input.uid, async (before) => {
        const [namesake, tier] = await Promise.all([
          machines.get(input.uid, call.deadline),
          tierOf(tierId, call.deadline),
        ]);
        if (namesake !== undefined) {
          throw fault('already_exists', {
            message: 'a machine has this id; /read could not tell them apart',
          });
        }
        if (tierId !== undefined && tier === undefined) throw fault('not_found', { message: 'no such tier' });
        const command = { ...input, tier: tierId ?? null, credentials: secrets !== null };
        const { state, events } = createUser(before, command);
        return { state: secrets === null ? state : withCredentials(state, secrets), events };
      }),
    updateUser: (call, uid, input) =>
      change(call, uid, (before, _, tier) => updateUser(before, input, tier), input.tier),
    changePassword: (call, uid, password) =>
      change(call, uid, (before, layers) => {
        const made = changeCredentials(before, (user) => rearmed(user, layers, now()));
        const username = before?.credentials?.username ?? '';
        return { ...made, state: withCredentials(made.state, { username, password }) };
      }),
    setUserLimits: (call, uid, input) => change(call, uid, (before) => setUserLimits(before, input)),
    overrideLimit: (call, uid, input) => change(call, uid, (before) => overrideLimit(before, input, now())),
    removeOverride: (call, uid, input) => change(call, uid, (before) => removeOverride(before, input)),
    freezeUser: (call, uid, frozen) => change(call, uid, (before) => freezeUser(before, frozen)),
    addDestination: (call, uid, input) =>
      change(call, uid, (before, layers) => addDestination(before, input, layers, now())),
    revokeDestination: (call, uid, input) => change(call, uid, (before) => revokeDestination(before, input)),
    waiveCoolingOff: (call, uid, input) =>
      change(call, uid, (before) => waiveCoolingOff(before, input, now())),
    pushBalance: (call, uid, input) => change(call, uid, (before) => pushBalance(before, input, now())),
  };
}
