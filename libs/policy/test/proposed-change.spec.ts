import * as policy from '../src';
import { pairs, runPair } from './scenario/bases';
import { proposals, runProposal } from './scenario/proposals-table';

describe('the table of proposed changes', () => {
  it.each(proposals)('$case', (row) => runProposal(policy, row));
});

describe('the basis', () => {
  it.each(pairs)('$case: the same $same', (pair) => runPair(policy, pair));
});
