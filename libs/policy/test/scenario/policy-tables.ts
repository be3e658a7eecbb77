import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  AMOUNT_FORM,
  DEFAULT_SETTINGS,
  limitKey,
  type Limit,
  type PolicyStep,
  type Settings,
} from '../../src';
import type { Policy } from './policy';
import { documentFrom, inForceBy, type ShortDocument } from './policy-documents';

/** tables/documents.yaml and tables/plans.yaml, run. */
interface DocumentCase {
  readonly case: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly without?: readonly string[];
  readonly 'in force'?: readonly string[];
  readonly mistakes: readonly string[];
}

export interface PlanCase {
  readonly case: string;
  readonly from: ShortDocument;
  readonly to: ShortDocument;
  readonly tightening?: readonly string[];
  readonly loosening?: readonly string[];
  readonly differences?: readonly string[];
  /** Details of the fault when there is no plan. */
  readonly refused?: readonly string[];
}

const tableAt = (name: string): unknown =>
  parse(readFileSync(join(__dirname, '../tables', `${name}.yaml`), 'utf8'));

const documents = tableAt('documents') as { readonly document: object; readonly cases: DocumentCase[] };
export const documentCases: readonly DocumentCase[] = documents.cases;
export const planCases = tableAt('plans') as readonly PlanCase[];

export function runDocumentCase(policy: Policy, row: DocumentCase): void {
  const input = structuredClone(documents.document) as Record<string, unknown>;
  for (const [path, value] of Object.entries(row.set ?? {}))
    at(input, path, (object, name) => (object[name] = value));
  for (const path of row.without ?? []) at(input, path, (object, name) => delete object[name]);
  const tiers = (row['in force'] ?? []).map((tierId) => policy.createTier(undefined, { tierId }).state);
  const mistakes = detailsOf(policy, () => {
    const document = policy.parsePolicyDocument(JSON.stringify(input));
    policy.refuseUnnamedTiers(document, { tiers });
    // Read again, a document is the same document, and it has one text.
    const text = policy.policyText(document);
    expect(policy.policyText(policy.parsePolicyDocument(text))).toBe(text);
  });
  expect({ mistakes }).toEqual({ mistakes: row.mistakes.map((one) => one.replace('AMOUNT', AMOUNT_FORM)) });
}

export function runPlanCase(policy: Policy, row: PlanCase): void {
  const before = inForceBy(policy, documentFrom(policy, row.from));
  const document = documentFrom(policy, row.to);
  const refused = detailsOf(policy, () => {
    const { steps, tightenings } = policy.planPolicy(before, document);
    const told = steps.map((step) => stepText(step, before.platform?.settings ?? DEFAULT_SETTINGS));
    expect(told.slice(0, tightenings)).toEqual(row.tightening ?? []);
    expect(told.slice(tightenings)).toEqual(row.loosening ?? []);
    const differences = policy.policyDifferences(before, document);
    expect(differences.map(({ text, loosens }) => `${loosens ? '+' : ' '} ${text}`)).toEqual(
      row.differences ?? [],
    );
  });
  expect({ refused }).toEqual({ refused: row.refused ?? [] });
}

export const runDocuments = (policy: Policy): void =>
  documentCases.forEach((row) => runDocumentCase(policy, row));
export const runPlans = (policy: Policy): void => planCases.forEach((row) => runPlanCase(policy, row));

function at(
  input: object,
  path: string,
  change: (object: Record<string, unknown>, name: string) => void,
): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const object = names.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], input);
  change(object as Record<string, unknown>, last);
}

function detailsOf(policy: Policy, work: () => void): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!policy.isFault(error)) throw error;
    expect(error.code).toBe('invalid');
    return error.details;
  }
}

function stepText(step: PolicyStep, before: Settings): string {
  switch (step.command) {
    case 'enableChain':
      return `enable ${step.input.chainId} ${step.input.family}: ${limitsText(step.input.limits)}`;
    case 'disableChain':
      return `disable ${step.input.chainId}`;
    case 'changeSettings':
      return `settings ${settingsText(step.input, before)}`;
    case 'createTier':
    case 'changeTier': {
      const { mode, coolingOffMs, rearmMs } = step.input;
      return `${step.command === 'createTier' ? 'create' : 'change'} ${step.tierId} ${mode} ${coolingOffMs} ${rearmMs}`;
    }
    case 'setTierLimits':
      return `limits ${step.tierId} on ${step.input.chainId}: ${limitsText(step.input.limits)}`;
  }
}

const limitsText = (limits: readonly Limit[]): string =>
  limits.map((limit) => `${limitKey(limit)} ${limit.max}`).join(', ') || 'none';

/** What is not as it was before. */
const settingsText = (settings: Settings, before: Settings): string =>
  Object.entries(settings)
    .filter(([name, value]) => before[name as keyof Settings] !== value)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
