import * as policy from '../src';
import { radii, runRadius } from './scenario/blast-radius-table';

describe('the table of what could leave', () => {
  it.each(radii)('$case', (row) => runRadius(policy, row));
});

type Tiers = Extract<policy.PolicyChange, { readonly kind: 'user' }>['tiers'];

describe('what differs', () => {
  const chain = (max: string) => ({ chainId: 'gold', limits: [{ kind: 'lifetime', max }] });
  const platform = policy.enableChain(undefined, chain('5')).state;
  const wider = policy.enableChain(platform, chain('9')).state;
  const worldOf = (state: policy.Platform) => ({
    platform: state,
    tier: undefined,
    user: policy.nobodyIn(undefined),
  });

  it('is told by key, with the layer that it comes from', () => {
    const sides = { before: worldOf(platform), after: worldOf(wider) };
    const of = (max: string) => ({ max, layer: 'platform' });
    expect(policy.limitDifferences(sides, 0)).toEqual([
      { chainId: 'gold', key: 'amount/lifetime', before: of('5'), after: of('9') },
    ]);
    expect(policy.limitDifferences({ before: worldOf(wider), after: worldOf(wider) }, 0)).toEqual([]);
  });

  it('is told as a sentence where it is no limit', () => {
    const { state: after } = policy.changeSettings(policy.freezePlatform(platform, true).state, {
      coolingOffMs: 0,
      looseningDelayMs: 60_000,
    });
    expect(policy.otherDifferences({ kind: 'platform', before: platform, after })).toEqual([
      'the platform: frozen is true instead of false',
      'settings: coolingOffMs is 0 instead of 86400000',
      'settings: looseningDelayMs is 60000 instead of 0',
    ]);
    const user = policy.createUser(undefined, { uid: 'u', role: 'signer', credentials: false }).state;
    const listed = policy.addDestination(
      user,
      { chainId: 'gold', address: 'vault', label: '' },
      { platform, tier: undefined },
      0,
    ).state;
    const tiers = { before: undefined, after: undefined };
    expect(policy.otherDifferences({ kind: 'user', before: user, after: listed, now: 0, tiers })).toEqual([
      'destination vault on gold: is usable from 1970-01-02T00:00:00.000Z',
    ]);
    expect(policy.otherDifferences({ kind: 'user', before: listed, after: user, now: 0, tiers })).toEqual([
      'destination vault on gold: is gone',
    ]);
  });

  it('says what another tier says that is no limit, where the two differ', () => {
    const user = policy.createUser(undefined, { uid: 'u', role: 'signer', credentials: false }).state;
    const strict = policy.createTier(undefined, { tierId: 'strict', coolingOffMs: 5, rearmMs: 7 }).state;
    const tiered = policy.updateUser(user, { tier: 'strict' }, strict).state;
    const told = (before: policy.User, after: policy.User, tiers: Tiers) =>
      policy.otherDifferences({ kind: 'user', before, after, now: 0, tiers });
    expect(told(user, tiered, { before: undefined, after: strict })).toEqual([
      'the user: tier is strict instead of null',
      'the tier of the user: coolingOffMs is 5 instead of 0',
      'the tier of the user: rearmMs is 7 instead of 0',
    ]);
    const loose = policy.freezeTier(
      policy.createTier(undefined, { tierId: 'loose', mode: 'budget', coolingOffMs: 5 }).state,
      true,
    ).state;
    const moved = policy.updateUser(tiered, { tier: 'loose' }, loose).state;
    expect(told(tiered, moved, { before: strict, after: loose })).toEqual([
      'the user: tier is loose instead of strict',
      'the tier of the user: frozen is true instead of false',
      'the tier of the user: mode is budget instead of permit',
      'the tier of the user: rearmMs is 0 instead of 7',
    ]);
    expect(told(moved, user, { before: loose, after: undefined })).toEqual([
      'the user: tier is null instead of loose',
      'the tier of the user: frozen is false instead of true',
      'the tier of the user: mode is permit instead of budget',
      'the tier of the user: coolingOffMs is 0 instead of 5',
    ]);
  });
});
