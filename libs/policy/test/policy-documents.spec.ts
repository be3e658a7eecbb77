import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as policy from '../src';
import { documentCases, planCases, runDocumentCase, runPlanCase } from './scenario/policy-tables';

describe('a document', () => {
  it.each(documentCases)('$case', (row) => runDocumentCase(policy, row));

  it.each([
    ['not JSON', '{'],
    ['nothing', ''],
    ['too much', `"${'x'.repeat(1_000_000)}"`],
  ])('that is %s is a mistake by itself', (_, text) => {
    const parse = () => policy.parsePolicyDocument(text);
    expect(parse).toThrow(expect.objectContaining({ code: 'invalid', details: [expect.anything()] }));
  });
});

describe('what is found in a large document', () => {
  const tier = (limits: unknown) => ({ tierId: 'a', mode: 'permit', coolingOffMs: 0, rearmMs: 0, limits });
  const documentWith = (given: object) =>
    JSON.stringify({ chains: [], settings: policy.DEFAULT_SETTINGS, tiers: [], ...given });
  const detailsOf = (work: () => void): readonly string[] => {
    try {
      work();
      return [];
    } catch (error) {
      if (!policy.isFault(error, 'invalid')) throw error;
      return error.details;
    }
  };
  const mistakesIn = (text: string) => detailsOf(() => policy.parsePolicyDocument(text));

  it.each([
    ['chains', { chains: Array(201).fill({}) }, 'chains: at most 200 chains'],
    ['tiers', { tiers: Array(501).fill({}) }, 'tiers: at most 500 tiers'],
    ['chains of a tier', { tiers: [tier(Array(201).fill({}))] }, 'tiers.0.limits: at most 200 chains'],
    [
      'limits',
      { tiers: [tier([{ chainId: 'c', limits: Array(21).fill({}) }])] },
      'tiers.0.limits.0.limits: at most 20 limits on one chain',
    ],
  ])('too many %s are one mistake, and none of them is looked at', (_, given, mistake) => {
    expect(mistakesIn(documentWith(given))).toEqual([mistake]);
  });

  it('as many as there may be are looked at', () => {
    const chains = Array.from({ length: 200 }, (_, c) => ({ chainId: `c${c}`, limits: [] }));
    expect(mistakesIn(documentWith({ tiers: [tier(chains)] }))).toEqual([]);
  });

  it('is told up to 200 mistakes, and then that there are more', () => {
    const unknown = (count: number) =>
      documentWith(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1])));
    expect(mistakesIn(unknown(200))).toHaveLength(200);
    expect(mistakesIn(unknown(200))).not.toContain('and more');
    expect(mistakesIn(unknown(201))).toHaveLength(201);
    expect(mistakesIn(unknown(5000)).slice(199)).toEqual(['document: Unrecognized key: "k199"', 'and more']);
  });

  it('is not told at any length', () => {
    const [mistake, ...others] = mistakesIn(documentWith({ ['k'.repeat(10_000)]: 1 }));
    expect(others).toEqual([]);
    expect(mistake).toHaveLength(301);
  });

  it('of tiers that are not named, is the first 200', () => {
    const named = policy.parsePolicyDocument(documentWith({}));
    const tiers = Array.from(
      { length: 203 },
      (_, i) => policy.createTier(undefined, { tierId: `t${i}` }).state,
    );
    const details = detailsOf(() => policy.refuseUnnamedTiers(named, { tiers }));
    expect(details).toHaveLength(201);
    expect(details.at(-1)).toBe('and 3 more');
  });
});

describe('the differences of a large tier', () => {
  /** How often a limit in force is looked at when every one of them is another. */
  function looks(chains: number): { readonly looks: number; readonly differences: number } {
    let count = 0;
    const limitsOf = (max: string) =>
      Array.from({ length: chains }, (_, c) => ({
        chainId: `c${c}`,
        limits: Array.from({ length: 20 }, (_, i) => ({
          kind: 'sliding' as const,
          ms: 60_000 * (i + 1),
          measure: 'amount' as const,
          perDestination: false,
          get max() {
            count += 1;
            return max;
          },
        })),
      }));
    const tier = { ...policy.createTier(undefined, { tierId: 'a' }).state, limits: limitsOf('1') };
    const document = {
      chains: [],
      settings: policy.DEFAULT_SETTINGS,
      tiers: [{ ...tier, limits: limitsOf('2') }],
    };
    const differences = policy.policyDifferences({ platform: undefined, tiers: [tier] }, document);
    expect(differences.every(({ loosens }) => loosens)).toBe(true);
    return { looks: count, differences: differences.length };
  }

  it('are as much work for each limit, however many there are', () => {
    const [few, many] = [looks(2), looks(200)];
    expect(many.differences).toBe(4000);
    expect(many.looks).toBe(few.looks * 100);
    expect(few.looks / few.differences).toBeLessThan(10);
  });
});

describe('a plan', () => {
  it.each(planCases)('$case', (row) => runPlanCase(policy, row));
});

describe('the sample in the documents', () => {
  const docs = join(__dirname, '../../../docs');
  const sample = readFileSync(join(docs, 'policy.sample.json'), 'utf8');

  it('has no mistakes, and everything a document can have', () => {
    const { chains, settings, tiers } = policy.parsePolicyDocument(sample);
    expect(Object.keys(JSON.parse(sample) as object)).toEqual(['chains', 'settings', 'tiers']);
    expect(Object.keys(settings)).toEqual(Object.keys(policy.DEFAULT_SETTINGS));
    expect(new Set(tiers.map(({ mode }) => mode))).toEqual(new Set(['permit', 'budget']));
    const kinds = new Set(chains.flatMap(({ limits }) => limits.map(({ kind }) => kind)));
    expect(kinds).toEqual(new Set(['transaction', 'sliding', 'calendar', 'share']));
  });

  it('is what docs/policy.md says would be changed by it', () => {
    const page = readFileSync(join(docs, 'policy.md'), 'utf8');
    const raised = sample
      .replace('"max": "5"', '"max": "6"')
      .replace(
        '"max": "6" },\n            { "kind": "sliding", "ms": 3600000',
        '"max": "4" },\n            { "kind": "sliding", "ms": 3600000',
      );
    const before = policy.planPolicy(
      { platform: undefined, tiers: [] },
      policy.parsePolicyDocument(sample),
    ).after;
    const differences = policy.policyDifferences(before, policy.parsePolicyDocument(raised));
    expect(differences).toHaveLength(2);
    for (const { text } of differences) expect(page).toContain(text);
  });
});
