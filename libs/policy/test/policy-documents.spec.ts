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
