/** What can be proposed, through the handlers, as it comes from the wire and as it is told again. */
import { randomUUID } from 'node:crypto';
import { createProposedChanges } from '@countersign/commands';
import { NO_UPDATE_RULES } from '@countersign/policy';
import type { Limit, PolicyChange } from '@countersign/rpc';
import { changeMethods } from '../src/change-methods';
import { approveChange } from '../src/rpc/approve-change';
import { getChange } from '../src/rpc/get-change';
import { listChanges } from '../src/rpc/list-changes';
import { proposeChange } from '../src/rpc/propose-change';
import { rejectChange } from '../src/rpc/reject-change';
import { NOW, cause, codeOf, context, handlersWorld } from './handlers-world';

const HOUR = 3_600_000;
const chainId = 'coin';
const lifetime = (max: string): Limit => ({
  kind: 'lifetime',
  measure: '',
  durationMs: 0,
  unit: '',
  zone: '',
  startsOn: 0,
  perDestination: false,
  max,
});
const limits = [lifetime('100')];

/** One of each, all of which loosen what `populated` makes. */
const changes: { readonly [M in keyof typeof changeMethods]: NonNullable<PolicyChange[M]> } = {
  enableChain: { cause: null, chainId: 'more', limits, family: '', existing: false },
  disableChain: { cause: null, chainId },
  changeSettings: { cause: null, loosening: '', coolingOffMs: 5 },
  createTier: { cause: null, tierId: 'new', mode: '' },
  changeTier: { cause: null, tierId: 'retail', mode: 'budget' },
  setTierLimits: { cause: null, tierId: 'retail', chainId, limits },
  updateUser: { cause: null, uid: 'ada', role: 'admin', status: '', tier: '', noTier: false },
  setUserLimits: { cause: null, uid: 'ada', chainId, limits },
  overrideLimit: { cause: null, uid: 'ada', chainId, limit: lifetime('50'), expiresAtMs: NOW + HOUR },
  removeOverride: { cause: null, uid: 'ada', chainId, key: 'amount/transaction' },
  addDestination: { cause: null, uid: 'ada', chainId, address: 'b', label: 'l', tag: '', expiresAtMs: 0 },
  waiveCoolingOff: { cause: null, uid: 'ada', chainId, address: 'a', tag: '' },
  createMachine: { cause: null, machineId: 'm', uid: 'ada', role: 'signer' },
  updateMachine: { cause: null, machineId: 'bot', status: 'active' },
  setFreeze: { cause: null, scope: 'platform', subject: '', frozen: false },
  publishPolicy: { cause: null, version: 1 },
};
/** A tightening, which may be made at once and therefore not proposed. */
const tightenings = ['disableChain', 'createTier'];
const methods = Object.keys(changes) as (keyof typeof changes)[];

async function populated() {
  const world = handlersWorld();
  const { commands, call } = world;
  await commands.enableChain(call, { chainId, limits: [{ kind: 'lifetime', max: '10' }] });
  await commands.createTier(call, 'retail', {});
  await commands.setTierLimits(call, 'retail', { chainId, limits: [{ kind: 'lifetime', max: '9' }] });
  await commands.createUser(call, { uid: 'ada', role: 'signer', tier: 'retail' }, null);
  await commands.setUserLimits(call, 'ada', { chainId, limits: [{ kind: 'lifetime', max: '8' }] });
  const limit = { kind: 'transaction', max: '1' };
  await commands.overrideLimit(call, 'ada', { chainId, limit, expiresAt: NOW + HOUR });
  await commands.addDestination(call, 'ada', { chainId, address: 'a', label: '' });
  await commands.createMachine(call, { machineId: 'bot', uid: 'ada', role: 'signer' });
  await commands.updateMachine(call, 'bot', { status: 'suspended' });
  await commands.freezePlatform(call, true);
  await commands.draftPolicy(call, JSON.stringify(await documentWithout(world)));
  await commands.changeSettings(call, { loosening: 'approved' });
  const deps = {
    ...world,
    proposedChanges: createProposedChanges({
      ...world,
      newId: randomUUID,
      updateRules: NO_UPDATE_RULES,
      methods: changeMethods,
    }),
  };
  return {
    ...deps,
    propose: (change: PolicyChange) => proposeChange(deps)({ cause, change }, context),
    approve: (changeId: string, actor = 'second') =>
      approveChange(deps)({ cause: { ...cause, actor }, changeId }, context),
    reject: (changeId: string) => rejectChange(deps)({ cause, changeId }, context),
    get: (changeId: string) => getChange(deps)({ changeId }, context),
    list: (status: string, after = '', limit = 0) => listChanges(deps)({ status, after, limit }, context),
  };
}

/** The policy in force, with a cooling-off of nothing. */
async function documentWithout({ platform }: ReturnType<typeof handlersWorld>): Promise<object> {
  const state = (await platform.get('platform', context.deadline))?.state;
  return {
    chains: state?.chains.map(({ frozen: _, ...chain }) => chain),
    settings: { ...state?.settings, coolingOffMs: 0 },
    tiers: [{ tierId: 'retail', mode: 'permit', coolingOffMs: 0, rearmMs: 0, limits: [] }],
  };
}

const proposable = methods.filter((method) => !tightenings.includes(method));

it.each(proposable)('%s is proposed, told again as it came, and applied', async (method) => {
  const { propose, approve, get, store } = await populated();
  const { changeId, status, change } = await propose({ [method]: changes[method] });
  expect(status).toBe('pending');
  expect(change).toEqual({ [method]: changes[method], change: method });
  const before = (await store.events({ after: 0, limit: 1000 })).length;
  expect(await codeOf(approve(changeId, cause.actor))).toBe('forbidden');
  await approve(changeId);
  const applied = await get(changeId);
  expect([applied.status, applied.failure]).toEqual(['applied', '']);
  expect(applied.appliedRevision).toBeGreaterThan(0);
  expect((await store.events({ after: 0, limit: 1000 })).length).toBeGreaterThan(before + 3);
});

it.each(tightenings)('%s can be made directly, and is no change', async (method) => {
  const { propose } = await populated();
  const change = { [method]: changes[method as keyof typeof changes] };
  expect(await codeOf(propose(change))).toBe('invalid');
});

it('is exactly one, without a cause of its own', async () => {
  const { propose, get } = await populated();
  const { setUserLimits, changeTier } = changes;
  const refused = [
    propose({}),
    propose({ setUserLimits, changeTier }),
    propose({ changeTier: { ...changeTier, cause } }),
    proposeChange({} as never)({ cause, change: null }, context),
  ];
  for (const one of refused) expect(await codeOf(one)).toBe('invalid');
  expect(await codeOf(get('nothing'))).toBe('not_found');
});

it('is listed by its status, page by page', async () => {
  const { propose, approve, reject, list, clock } = await populated();
  const ids: string[] = [];
  for (const method of ['changeTier', 'setUserLimits', 'changeSettings', 'updateUser'] as const) {
    clock.now += 1;
    ids.push((await propose({ [method]: changes[method] })).changeId);
  }
  const [applied = '', rejected = '', ...open] = ids;
  await approve(applied);
  await reject(rejected);
  const idsOf = async (status: string) => (await list(status)).changes.map(({ changeId }) => changeId);
  expect(await idsOf('')).toEqual(ids);
  expect(await idsOf('applied')).toEqual([applied]);
  expect(await idsOf('rejected')).toEqual([rejected]);
  expect(await idsOf('pending')).toEqual(open);
  expect(await idsOf('approved')).toEqual([]);
  const first = await list('', '', 3);
  expect([first.changes.length, first.nextAfter]).toEqual([3, ids[2]]);
  expect((await list('', first.nextAfter, 3)).changes.map(({ changeId }) => changeId)).toEqual([ids[3]]);
  expect([await codeOf(list('done')), await codeOf(list('', '', 101))]).toEqual(['invalid', 'invalid']);
});

it('refuses a reason that ends like one of an applied change', async () => {
  const { approve, propose } = await populated();
  const { changeId } = await propose({ setFreeze: changes.setFreeze });
  const forged = ['ok (approved by rita)', 'ok (change c1, approved by rita) '];
  for (const reason of forged) {
    const call = { cause: { ...cause, reason }, changeId };
    expect(await codeOf(rejectChange(await populated())(call, context))).toBe('invalid');
  }
  await approve(changeId);
});
