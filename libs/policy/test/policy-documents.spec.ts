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
