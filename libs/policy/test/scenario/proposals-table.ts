import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Change, ProposedChange } from '../../src';
import type { Policy } from './policy';
import { durationOf } from './time-text';

/** tables/proposed-changes.yaml, run. */
interface Row {
  readonly case: string;
  readonly loosening?: 'alone' | 'approved';
  readonly delay?: string;
  readonly lifetime?: string;
  readonly steps: readonly (string | Readonly<Record<string, string>>)[];
}

export const proposals = parse(
  readFileSync(join(__dirname, '../tables/proposed-changes.yaml'), 'utf8'),
) as readonly Row[];

const STEP = /^(?:\+(?<after>\d+[smh]) )?(?<who>"(?:[^"\\]|\\.)*"|\S+) (?<what>.+)$/u;
const START = 1_000_000;

/** Throws unless every step of the row has the result it says. */
export function runProposal(policy: Policy, row: Row): void {
  const settings = {
    ...policy.DEFAULT_SETTINGS,
    loosening: row.loosening ?? ('approved' as const),
    looseningDelayMs: durationOf(row.delay ?? '0s'),
    approvalLifetimeMs: durationOf(row.lifetime ?? '72h'),
  };
  let state: ProposedChange | undefined;
  let now = START;
  for (const step of row.steps) {
    const [text = '', expected] = typeof step === 'string' ? step.split(/: (?=\w+$)/) : onlyEntry(step);
    const { after = '0s', who = '', what = '' } = STEP.exec(text)?.groups ?? {};
    now += durationOf(after);
    const actor = who.startsWith('"') ? (JSON.parse(who) as string) : who;
    expect({ step: text, is: attempt(actor, what) }).toEqual({ step: text, is: expected });
  }

  function attempt(actor: string, what: string): string {
    try {
      const made = verb(actor, what);
      const again = made.events.reduce<ProposedChange | undefined>(
        (before, event) => policy.evolve('change', before, event),
        state,
      );
      expect(again).toEqual(made.state);
      state = made.state;
      return policy.changeStatus(state, now);
    } catch (error) {
      if (!policy.isFault(error)) throw error;
      return error.code;
    }
  }

  function verb(actor: string, what: string): Change<ProposedChange> {
    const word = { actor, reason: 'because' };
    if (what.startsWith('proposes')) {
      const method = what.endsWith('a publication') ? 'publishPolicy' : 'setUserLimits';
      const proposal = {
        changeId: 'c-1',
        method,
        request: {},
        subject: { kind: 'user' as const, id: 'ada', seq: 1 },
        proposedBy: actor,
        reason: 'because',
        loosenings: what === 'proposes' ? ['limits'] : [],
        basis: 'as it was',
        effect: {},
      };
      return policy.proposeChange(state, proposal, settings, now);
    }
    switch (what) {
      case 'approves':
        return policy.approveChange(state, word, 'as it was', now);
      case 'approves otherwise':
        return policy.approveChange(state, word, 'as it is', now);
      case 'rejects':
        return policy.rejectChange(state, word, now);
      case 'begins':
        return policy.beginChange(state, now);
      case 'completes':
        return policy.completeChange(state, { revision: 7 }, now);
      case 'fails':
        return policy.completeChange(state, { failure: 'it cannot be done' }, now);
      case 'expires':
        return policy.expireChange(state, now);
      default:
        throw new Error(`no such step: ${what}`);
    }
  }
}

export function runProposals(policy: Policy): void {
  for (const row of proposals) runProposal(policy, row);
}

/** YAML reads `a: b` as a member. */
function onlyEntry(step: Readonly<Record<string, string>>): readonly [string, string] {
  const [entry] = Object.entries(step);
  if (entry === undefined) throw new Error('an empty step');
  return entry;
}
