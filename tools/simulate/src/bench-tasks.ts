/**
 * What is timed. The first task is what the others are compared with: the decision on a user with one limit and nothing
 * behind it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  classifyUpdate,
  decideRead,
  evolve,
  parseUpdateRules,
  settlePermit,
  settlementContext,
  type ReadInput,
  type User,
} from '@countersign/policy';
import type { Task } from './bench-measure';
import {
  CHAIN,
  NOW,
  destinationLimit,
  newcomer,
  outerLayers,
  platformLimits,
  tierLimits,
  userLimits,
  withHolds,
  withMonth,
  withPermit,
  withUserLimits,
  type Outer,
} from './bench-world';

export interface Size {
  readonly destinations: number;
  readonly holds: number;
  readonly settled: number;
}

const ASKED = 'asked now';
const SAMPLE_RULES = join(__dirname, '../../../docs/update-rules.sample.json');

export function benchTasks(size: Size): readonly Task[] {
  const { destinations, holds, settled } = size;
  const limits = { platform: platformLimits, tier: [...tierLimits, destinationLimit] };
  const outer = outerLayers(limits, 'permit');
  const quiet = withUserLimits(newcomer(outer, destinations), userLimits);
  const full = withMonth(withHolds(outer, quiet, holds, destinations), settled, destinations);
  const text = JSON.stringify(full);

  const bare = outerLayers({ platform: platformLimits.slice(0, 1), tier: [] }, 'permit');
  const asked = withPermit(outer, full, ASKED, 0);
  const granted = decideRead(input(outer, asked, ASKED));
  const held = granted.events[0];
  if (granted.rule !== 'granted' || held === undefined) throw new Error(`not granted: ${granted.rule}`);

  const budget = outerLayers(limits, 'budget');
  const simplerBudget = outerLayers({ ...limits, tier: tierLimits }, 'budget');
  const rules = parseUpdateRules(JSON.parse(readFileSync(SAMPLE_RULES, 'utf8')));
  const update = { event: 'omnibus_withdrawal', status: 'approved', uid: 'ada@example.test', amount: '1.5' };

  const again = granted.state;
  return [
    decision('decision, empty user, 1 limit', bare, withPermit(bare, newcomer(bare, 1), ASKED, 0), ASKED),
    decision('decision, no permit: refused', outer, full, 'unknown'),
    decision('decision, 10 limits: granted', outer, asked, ASKED),
    decision('decision, read again', outer, again, ASKED),
    decision('budget read, no limit per destination', simplerBudget, full, ''),
    decision('budget read, a limit per destination', budget, full, ''),
    { name: 'settlePermit', run: () => settle(outer, again) },
    { name: 'evolve permit.held', run: () => evolve('user', asked, held) },
    { name: 'classifyUpdate, sample rules', run: () => classifyUpdate(rules, update) },
    { name: `encode the state, ${Math.round(text.length / 1024)} KiB`, run: () => JSON.stringify(full) },
    { name: 'decode the state', run: () => JSON.parse(text) as unknown },
  ];
}

const input = (outer: Outer, user: User, referenceId: string): ReadInput => ({
  ...outer,
  user,
  referenceId,
  now: NOW,
});

function decision(name: string, outer: Outer, user: User, referenceId: string): Task {
  const asked = input(outer, user, referenceId);
  return { name, run: () => decideRead(asked) };
}

function settle(outer: Outer, user: User): unknown {
  const context = settlementContext({ ...outer, user }, CHAIN, NOW);
  return settlePermit(user, { id: ASKED, amount: null, by: 'ledger' }, context, NOW);
}
