import * as policy from '../src';
import {
  approvals,
  bases,
  changes,
  created,
  runApproval,
  runChange,
  runCreated,
} from './scenario/loosening-table';

describe('the table of loosenings', () => {
  it.each(changes)('$of.$member from $a to $b $there, back $back', (row) => runChange(policy, row));
  it.each(created)('a new $of with $with: $is', (row) => runCreated(policy, row));
  it.each(approvals)('$policy: $actor with $approvedBy is $then', (row) => runApproval(policy, row));

  it('has a row for every member of every state', () => {
    const rows = new Set(changes.map(({ of, member }) => `${of}.${member}`)).add('platform.settings');
    const members = Object.entries(bases).flatMap(([of, base]) =>
      Object.keys(base).map((member) => `${of}.${member}`),
    );
    expect(members.filter((member) => !rows.has(member))).toEqual([]);
  });

  it('knows every member that the core makes', () => {
    const enabled = policy.enableChain(undefined, {
      chainId: 'gold',
      limits: [{ kind: 'lifetime', max: '1' }],
    }).state;
    const user = policy.createUser(undefined, { uid: 'u-1', role: 'signer', credentials: false }).state;
    const listed = policy.addDestination(
      policy.overrideLimit(
        user,
        { chainId: 'gold', limit: { kind: 'lifetime', max: '1' }, expiresAt: 60_000 },
        0,
      ).state,
      { chainId: 'gold', address: 'vault', label: '' },
      { platform: enabled, tier: undefined },
      0,
    ).state;
    const made: Readonly<Record<string, object | undefined>> = {
      platform: enabled,
      chain: enabled.chains[0],
      settings: enabled.settings,
      tier: policy.createTier(undefined, { tierId: 'basic' }).state,
      user: listed,
      override: listed.overrides[0],
      destination: listed.destinations[0],
      machine: policy.createMachine(undefined, { machineId: 'm-1', uid: 'u-1', role: 'signer' }, user).state,
    };
    for (const [of, state] of Object.entries(made)) {
      expect({ [of]: Object.keys(state ?? {}).sort() }).toEqual({
        [of]: Object.keys(bases[of] ?? {}).sort(),
      });
    }
  });
});
