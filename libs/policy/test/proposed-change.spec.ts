import * as policy from '../src';
import { proposals, runProposal } from './scenario/proposals-table';

describe('the table of proposed changes', () => {
  it.each(proposals)('$case', (row) => runProposal(policy, row));
});

describe('the basis', () => {
  const chain = { chainId: 'gold', limits: [{ kind: 'lifetime', max: '1' }] };
  const user = policy.createUser(undefined, { uid: 'u-1', role: 'signer', credentials: true }).state;
  const platform = policy.enableChain(undefined, chain).state;
  const ofUser = (before: policy.User) =>
    policy.basisOf({
      kind: 'user',
      before,
      after: before,
      now: 0,
      tiers: { before: undefined, after: undefined },
    });

  it('is another one after a change of policy', () => {
    expect(ofUser(policy.freezeUser(user, true).state)).not.toBe(ofUser(user));
    expect(ofUser(policy.setUserLimits(user, chain).state)).not.toBe(ofUser(user));
    const frozen = policy.freezePlatform(platform, true).state;
    expect(policy.basisOf({ kind: 'platform', before: frozen, after: frozen })).not.toBe(
      policy.basisOf({ kind: 'platform', before: platform, after: platform }),
    );
  });

  it('is the same after what is no policy', () => {
    const pushed = policy.pushBalance(user, { chainId: 'gold', amount: '5', asOf: 0 }, 0).state;
    const intent = { kind: 'transfer', chainId: 'gold', amount: '1', address: 'vault', lifetimeMs: 60_000 };
    const registered = policy.registerPermit(pushed, intent, 'p-1', platform, 1).state;
    const reset = policy.changeCredentials(registered, () => []).state;
    expect(ofUser(reset)).toBe(ofUser(user));
  });

  it('of what does not exist yet is none of what does', () => {
    const machine = policy.createMachine(
      undefined,
      { machineId: 'm', uid: 'u-1', role: 'signer' },
      user,
    ).state;
    expect(policy.basisOf({ kind: 'machine', before: undefined, after: machine })).not.toBe(
      policy.basisOf({ kind: 'machine', before: machine, after: machine }),
    );
  });
});
