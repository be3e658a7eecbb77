import { z } from 'zod';
import { readRequest } from './callbacks';
import { address, amount, chainId, parsed, uid } from './fields';
import { POINTER_FORM, jsonPointer, valueAt, type JsonPointer } from './json-pointer';

/**
 * What an `/update` is about. CoKeeps publishes neither an event field nor samples, so an integrator's configuration
 * says how payloads are recognised and which of them may move a hold. Doubt never acts: a payload that no rule
 * recognises, that rules of different types recognise, or of which a trusted type cannot read what it needs, gets no
 * action. The order of rules and types means nothing. Own members only, no patterns, work bounded by the configuration.
 */
export interface UpdateRules {
  readonly schema: 1;
  /** For people: where the conventions come from. Decides nothing. */
  readonly about?: string | undefined;
  /** Every type a rule may name, once. */
  readonly types: readonly UpdateType[];
  readonly rules: readonly UpdateRule[];
}

export interface UpdateType {
  /** noun.verb, such as `transfer.failed`. */
  readonly name: string;
  /** null: recognised and kept, never acted upon. In the file: `trusted: true` with `effect`, `match` and `amount`. */
  readonly trust: Trust | null;
}

/** What a trusted type does to the hold it is about. */
export interface Trust {
  /** `settle`: the operation happened. `release`: it never will, and its amount is available again. */
  readonly effect: 'settle' | 'release';
  /**
   * `reference`: `path` leads to the permit's reference. `destination`: the documented `uid`, `destination.chain_id`
   * and `destination.address` lead to the hold, which is a guess that only a settlement of what was held may rest on:
   * releasing the wrong hold, or settling it for less, would free headroom that is in use.
   */
  readonly match: { readonly by: 'reference'; readonly path: JsonPointer } | { readonly by: 'destination' };
  /** Where a settlement finds the decimal string actually moved; null: the amount that was held. */
  readonly amount: JsonPointer | null;
}

export interface UpdateRule {
  readonly name: string;
  /** The type of a payload for which all matchers hold. */
  readonly type: string;
  readonly when: readonly Matcher[];
}

/** In the file `equals: v` stands for `oneOf: [v]`. Values are compared without conversion: 1 is not "1". */
export type Matcher =
  | { readonly path: JsonPointer; readonly oneOf: readonly Scalar[] }
  /** true: something is there, even null. false: nothing is. */
  | { readonly path: JsonPointer; readonly exists: boolean };

type Scalar = string | number | boolean | null;

/** Recognises nothing. */
export const NO_UPDATE_RULES: UpdateRules = { schema: 1, types: [], rules: [] };

export interface Classification {
  /** null: no rule matched, or rules of different types did. */
  readonly type: string | null;
  /** The rule that decided; where several of one type match, the first by name. null when `type` is. */
  readonly rule: string | null;
  /** Every rule that matched, by name. */
  readonly matched: readonly string[];
  /** `unreadable`: the type is trusted, but the payload lacks what its action needs. */
  readonly reason: 'classified' | 'unknown' | 'ambiguous' | 'unreadable';
  /** What could not be read, as `field: what it must be`. Empty unless `unreadable`. */
  readonly mistakes: readonly string[];
  /** null unless the type is trusted and everything it needs was read. */
  readonly action: UpdateAction | null;
}

export interface UpdateAction {
  readonly effect: 'settle' | 'release';
  /** How the hold is found. `destination` is to be taken together with the payload's `uid`, which is then a valid one. */
  readonly match:
    | { readonly by: 'reference'; readonly reference: string }
    | { readonly by: 'destination'; readonly chainId: string; readonly address: string };
  /** Decimal string actually moved; null = the amount that was held. */
  readonly amount: string | null;
}

const MAX_TYPES = 100;
const MAX_RULES = 100;
const MAX_MATCHERS = 10;
const MAX_VALUES = 100;
const MAX_TEXT = 256;

/** Mistakes between members are listed beside mistakes within them, so what is compared may have any form. */
const evenIfMalformed = {
  when: ({ value }: { readonly value: unknown }) => typeof value === 'object' && value !== null,
};

const typeName = z
  .string()
  .max(64, 'must have at most 64 characters')
  .regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, 'must be noun.verb in lower case, like transfer.failed');

const pointer = z.string().transform((text, context): JsonPointer => {
  const tokens = jsonPointer(text);
  if (tokens !== undefined) return tokens;
  context.issues.push({ code: 'custom', message: POINTER_FORM, input: text });
  return z.NEVER;
});

/** Whole numbers only: of a fraction or a larger number, two different texts may become one value. */
const scalar = z.custom<Scalar>(
  (value) =>
    (typeof value === 'string' && value.length <= MAX_TEXT) ||
    Number.isSafeInteger(value) ||
    typeof value === 'boolean' ||
    value === null,
  `must be a text of at most ${MAX_TEXT} characters, a whole number, true, false or null`,
);

const matcher = z
  .strictObject({
    path: pointer,
    equals: scalar.optional(),
    oneOf: z
      .array(scalar)
      .min(1, 'must have at least one value')
      .max(MAX_VALUES, `must have at most ${MAX_VALUES} values`)
      .optional(),
    exists: z.boolean().optional(),
  })
  .superRefine(({ equals, oneOf, exists }, context) => {
    if ([equals, oneOf, exists].filter((test) => test !== undefined).length === 1) return;
    context.addIssue('must have exactly one of equals, oneOf and exists');
  }, evenIfMalformed);

const rule = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'must be 1 to 64 lower-case letters, digits or . _ -'),
  type: typeName,
  when: z
    .array(matcher)
    .min(1, 'must have at least one matcher')
    .max(MAX_MATCHERS, `must have at most ${MAX_MATCHERS} matchers`),
});

const match = z.discriminatedUnion(
  'by',
  [
    z.strictObject({ by: z.literal('reference'), path: pointer }),
    z.strictObject({ by: z.literal('destination') }),
  ],
  'must be {"by": "reference", "path": …} or {"by": "destination"}',
);

const type = z
  .strictObject({
    name: typeName,
    trusted: z.boolean().optional(),
    effect: z.enum(['settle', 'release'], 'must be settle or release').optional(),
    match: match.optional(),
    amount: pointer.optional(),
  })
  .superRefine(({ trusted, effect, match, amount }, context) => {
    const mistake = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (trusted !== true) {
      for (const [field, value] of Object.entries({ effect, match, amount })) {
        if (value !== undefined) mistake(field, 'only a trusted type may have one');
      }
      return;
    }
    const byDestination = valueAt(match, ['by']) === 'destination';
    if (effect === undefined) mistake('effect', 'a trusted type must have one');
    if (match === undefined) mistake('match', 'a trusted type must have one');
    if (effect === 'release' && byDestination) {
      mistake(
        'match',
        'a release must match by reference: releasing the wrong hold would free headroom in use',
      );
    }
    if (effect === 'release' && amount !== undefined) {
      mistake('amount', 'a release has none: it frees all that was held');
    }
    if (effect !== 'release' && byDestination && amount !== undefined) {
      mistake('amount', 'a match by destination may settle only exactly what was held');
    }
  }, evenIfMalformed);

/** As `/read` takes it, but not empty. */
const reference = readRequest.shape.referenceId.min(1, 'must not be empty');

const configuration = z
  .strictObject({
    schema: z.literal(1, 'must be 1'),
    about: z.string().max(4000, 'must have at most 4000 characters').optional(),
    types: z.array(type).max(MAX_TYPES, `must have at most ${MAX_TYPES} types`),
    rules: z.array(rule).max(MAX_RULES, `must have at most ${MAX_RULES} rules`),
  })
  .superRefine((given, context) => {
    const mistake = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const types = listAt(given, 'types');
    const rules = listAt(given, 'rules');
    for (const [field, entries] of Object.entries({ types, rules })) {
      const names = entries.map((entry) => valueAt(entry, ['name']));
      for (const [index, name] of names.entries()) {
        if (name !== undefined && names.indexOf(name) < index) mistake([field, index, 'name'], 'is taken');
      }
    }
    for (const [index, entry] of rules.entries()) {
      const name = valueAt(entry, ['type']);
      const declared = types.find((candidate) => valueAt(candidate, ['name']) === name);
      if (name !== undefined && declared === undefined) {
        mistake(['rules', index, 'type'], 'must be one that types declares');
      }
      const matchers = listAt(entry, 'when');
      const absences = matchers.filter((one) => valueAt(one, ['exists']) === false);
      if (
        valueAt(declared, ['trusted']) === true &&
        absences.length > 0 &&
        absences.length === matchers.length
      ) {
        mistake(['rules', index, 'when'], 'a trusted type must be recognised by something that is there');
      }
    }
  }, evenIfMalformed)
  .transform(({ types, rules, ...rest }): UpdateRules => ({
    ...rest,
    types: types.map(typeOf),
    rules: rules.map(ruleOf),
  }));

const typeOf = ({ name, trusted, effect, match, amount }: z.output<typeof type>): UpdateType => ({
  name,
  trust:
    trusted !== true || effect === undefined || match === undefined
      ? null
      : { effect, match, amount: amount ?? null },
});

const ruleOf = ({ name, type, when }: z.output<typeof rule>): UpdateRule => ({
  name,
  type,
  when: when.map(({ path, equals, oneOf, exists }) => {
    if (exists !== undefined) return { path, exists };
    return { path, oneOf: equals === undefined ? (oneOf ?? []) : [equals] };
  }),
});

const listAt = (value: unknown, name: string): readonly unknown[] => {
  const list = valueAt(value, [name]);
  return Array.isArray(list) ? list : [];
};

/** Strict; throws Fault `invalid` listing every mistake with its path. */
export const parseUpdateRules = (input: unknown): UpdateRules => parsed(configuration, input);

/** Never throws, whatever the payload. */
export function classifyUpdate(rules: UpdateRules, payload: unknown): Classification {
  const matching = rules.rules.filter(({ when }) => when.every((matcher) => holds(matcher, payload)));
  const matched = matching.map(({ name }) => name).sort();
  const none = { type: null, rule: null, matched, mistakes: [], action: null };
  const [first, ...others] = matching;
  if (first === undefined) return { ...none, reason: 'unknown' };
  if (others.some(({ type }) => type !== first.type)) return { ...none, reason: 'ambiguous' };

  const classified = { ...none, type: first.type, rule: matched[0] ?? first.name };
  const trust = rules.types.find(({ name }) => name === first.type)?.trust ?? null;
  if (trust === null) return { ...classified, reason: 'classified' };
  const { action, mistakes } = actionOf(trust, payload);
  if (mistakes.length > 0) return { ...classified, reason: 'unreadable', mistakes };
  return { ...classified, reason: 'classified', action };
}

function holds(matcher: Matcher, payload: unknown): boolean {
  const value = valueAt(payload, matcher.path);
  if ('exists' in matcher) return (value !== undefined) === matcher.exists;
  return matcher.oneOf.some((expected) => value === expected);
}

/** The action means nothing when there are mistakes. */
function actionOf(
  { effect, match, amount: amountPath }: Trust,
  payload: unknown,
): { readonly action: UpdateAction; readonly mistakes: readonly string[] } {
  const mistakes: string[] = [];
  const read = (field: string, form: z.ZodType<string>, path: JsonPointer): string => {
    const result = form.safeParse(valueAt(payload, path));
    if (result.success) return result.data;
    mistakes.push(...result.error.issues.map(({ message }) => `${field}: ${message}`));
    return '';
  };
  if (match.by === 'reference') {
    const found = read('reference', reference, match.path);
    const moved = amountPath === null ? null : read('amount', amount, amountPath);
    return { action: { effect, match: { by: 'reference', reference: found }, amount: moved }, mistakes };
  }
  read('uid', uid, ['uid']);
  const destination = {
    chainId: read('destination.chain_id', chainId, ['destination', 'chain_id']),
    address: read('destination.address', address, ['destination', 'address']),
  };
  return { action: { effect, match: { by: 'destination', ...destination }, amount: null }, mistakes };
}
