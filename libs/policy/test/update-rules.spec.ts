import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { isFault } from '../src/faults';
import { jsonPointer, valueAt } from '../src/json-pointer';
import {
  NO_UPDATE_RULES,
  classifyUpdate,
  parseUpdateRules,
  type Classification,
  type UpdateRules,
} from '../src/update-rules';

interface PayloadCase extends Partial<Omit<Classification, 'mistakes'>> {
  readonly case: string;
  readonly payload: unknown;
  /** The fields that cannot be read. */
  readonly mistakes?: readonly string[];
}

interface RefusedCase {
  readonly case: string;
  readonly type?: object;
  readonly rule?: object;
  readonly config?: object;
  readonly details: readonly string[];
}

interface Table {
  readonly rules: unknown;
  readonly payloads: readonly PayloadCase[];
  readonly refused: readonly RefusedCase[];
}

const run = { seed: 20261121, numRuns: 3000 };
const table = parse(readFileSync(join(__dirname, 'tables/update-rules.yaml'), 'utf8')) as Table;
const sample: unknown = JSON.parse(
  readFileSync(join(__dirname, '../../../docs/update-rules.sample.json'), 'utf8'),
);

const fieldsOf = (mistakes: readonly string[]) => mistakes.map((mistake) => mistake.split(': ')[0]);

const mistakesIn = (config: unknown): readonly string[] => {
  try {
    parseUpdateRules(config);
  } catch (error) {
    if (isFault(error, 'invalid')) return error.details;
    throw error;
  }
  return [];
};

describe('the decision table of /update', () => {
  const rules = parseUpdateRules(table.rules);

  it.each(table.payloads)('$case', (row) => {
    const { mistakes, ...classification } = classifyUpdate(rules, row.payload);
    const rule = row.rule ?? null;
    expect({ ...classification, mistakes: fieldsOf(mistakes) }).toEqual({
      type: row.type ?? null,
      rule,
      matched: row.matched ?? (rule === null ? [] : [rule]),
      reason: row.reason ?? 'classified',
      mistakes: row.mistakes ?? [],
      action: row.action ?? null,
    });
  });

  it.each(table.payloads)('without rules, nothing: $case', ({ payload }) => {
    expect(classifyUpdate(NO_UPDATE_RULES, payload)).toMatchObject({ reason: 'unknown', action: null });
  });
});

describe('rules are refused', () => {
  const type = { name: 'a.b' };
  const rule = { name: 'r', type: 'a.b', when: [{ path: '/a', equals: 1 }] };
  const good = { schema: 1, types: [type], rules: [rule] };

  it.each(table.refused)('$case', (row) => {
    const config = {
      ...good,
      types: [{ ...type, ...row.type }],
      rules: [{ ...rule, ...row.rule }],
      ...row.config,
    };
    const mistakes = mistakesIn(config);
    expect(mistakes.map((mistake, index) => mistake.slice(0, row.details[index]?.length))).toEqual(
      row.details,
    );
  });

  it('but not these', () => {
    expect(mistakesIn(good)).toEqual([]);
    expect(mistakesIn({ schema: 1, types: [], rules: [] })).toEqual([]);
  });

  const pointer = (length: number) => `/${'x'.repeat(length - 1)}`;
  const ruleWith = (path: string) => ({ ...good, rules: [{ ...rule, when: [{ path, equals: 1 }] }] });
  const rulesOf = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...rule, name: `r-${index}` }));
  it.each([
    ['100 rules', { ...good, rules: rulesOf(100) }, { ...good, rules: rulesOf(101) }],
    [
      '100 types',
      { ...good, types: [type, ...Array.from({ length: 99 }, (_, index) => ({ name: `a.b${index}` }))] },
      { ...good, types: [type, ...Array.from({ length: 100 }, (_, index) => ({ name: `a.b${index}` }))] },
    ],
    [
      '10 matchers',
      { ...good, rules: [{ ...rule, when: Array(10).fill({ path: '/a', exists: true }) }] },
      { ...good, rules: [{ ...rule, when: Array(11).fill({ path: '/a', exists: true }) }] },
    ],
    [
      '100 values',
      { ...good, rules: [{ ...rule, when: [{ path: '/a', oneOf: Array(100).fill('v') }] }] },
      { ...good, rules: [{ ...rule, when: [{ path: '/a', oneOf: Array(101).fill('v') }] }] },
    ],
    [
      '256 characters to compare with',
      { ...good, rules: [{ ...rule, when: [{ path: '/a', equals: 'v'.repeat(256) }] }] },
      { ...good, rules: [{ ...rule, when: [{ path: '/a', equals: 'v'.repeat(257) }] }] },
    ],
    ['256 characters of a pointer', ruleWith(pointer(256)), ruleWith(pointer(257))],
    ['16 levels of a pointer', ruleWith('/x'.repeat(16)), ruleWith('/x'.repeat(17))],
  ])('beyond %s', (_, within, beyond) => {
    expect(mistakesIn(within)).toEqual([]);
    expect(mistakesIn(beyond)).toHaveLength(1);
  });

  it('with a fault and nothing else, whatever is configured', () => {
    const member = fc.oneof(fc.jsonValue(), fc.constantFrom(type, rule, [type], [rule], 'a.b', true));
    const likely = fc.record(
      {
        schema: fc.constant(1),
        types: fc.oneof(member, fc.array(member)),
        rules: fc.oneof(member, fc.array(member)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), likely), (config) => {
        expect(Array.isArray(mistakesIn(config))).toBe(true);
      }),
      run,
    );
  });
});

describe('a JSON pointer', () => {
  const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'm~n': 8, '~1': 9, ' ': 7, é: [[null]] };
  it.each([
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/m~0n', 8],
    ['/~01', 9],
    ['/ ', 7],
    ['/é/0/0', null],
    ['/foo/2', undefined],
    ['/foo/-', undefined],
    ['/foo/00', undefined],
    ['/foo/length', undefined],
    ['/foo/0/0', undefined],
    ['/foo/', undefined],
    ['/toString', undefined],
    ['/__proto__', undefined],
    ['/__proto__/toString', undefined],
    ['/foo/constructor', undefined],
  ])('%s leads to %j', (text, value) => {
    expect(valueAt(document, jsonPointer(text) ?? ['no pointer'])).toEqual(value);
  });

  it('sees a member that is called like the prototype', () => {
    expect(valueAt(JSON.parse('{"__proto__":{"a":1}}'), ['__proto__', 'a'])).toBe(1);
  });
});

/** Few names and few values, so that rules match, agree and clash often. */
const scalar = fc.constantFrom('x', 'y', 1, true, null);
const path = fc.constantFrom('/a', '/b', '/c/0', '/c/d', '/__proto__', '/length');
const matcher = fc.oneof(
  { weight: 3, arbitrary: fc.record({ path, equals: scalar }) },
  fc.record({ path, oneOf: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.record({ path, exists: fc.boolean() }),
);
const byReference = { by: 'reference', path: '/ref' };
const types = [
  { name: 'op.settled', trusted: true, effect: 'settle', match: byReference, amount: '/amount' },
  { name: 'op.released', trusted: true, effect: 'release', match: byReference },
  { name: 'op.arrived', trusted: true, effect: 'settle', match: { by: 'destination' } },
  { name: 'op.seen' },
];
const rule = fc
  .record({
    name: fc.stringMatching(/^[a-z]{1,8}$/),
    type: fc.constantFrom(...types.map(({ name }) => name)),
    when: fc.array(matcher, { minLength: 1, maxLength: 2 }),
  })
  .filter(({ when }) => when.some((one) => !('exists' in one) || one.exists));
const configuration = fc
  .uniqueArray(rule, { selector: ({ name }) => name, maxLength: 5 })
  .map((rules) => ({ schema: 1, types, rules }));
const json = fc.jsonValue({ maxDepth: 4 });
const payload = fc.oneof(
  json,
  fc.record(
    {
      a: scalar,
      b: fc.oneof(scalar, json),
      c: fc.oneof(fc.array(scalar), fc.record({ d: scalar })),
      ref: fc.oneof(fc.constant('p-1'), json),
      amount: fc.oneof(fc.constantFrom('1', '0.5'), json),
      uid: fc.constant('u-1'),
      destination: fc.oneof(fc.constant({ chain_id: 'bitcoin', address: 'addr-1' }), json),
    },
    { requiredKeys: ['a'] },
  ),
);

const acts = ({ action }: Classification) => action !== null;
const trustedTypes = types.filter(({ trusted }) => trusted).map(({ name }) => name);

describe('whatever the rules and the payload', () => {
  it('classification never throws, and says one of four things', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(configuration, payload, (config, value) => {
        const result = classifyUpdate(parseUpdateRules(config), value);
        seen.add(acts(result) ? 'acted' : result.reason);
        expect(acts(result)).toBe(result.reason === 'classified' && trustedTypes.includes(result.type ?? ''));
        expect(result.type === null).toBe(result.reason === 'unknown' || result.reason === 'ambiguous');
        expect(result.matched.length > 0).toBe(result.reason !== 'unknown');
        expect(result.mistakes.length > 0).toBe(result.reason === 'unreadable');
      }),
      run,
    );
    expect([...seen].sort()).toEqual(['acted', 'ambiguous', 'classified', 'unknown', 'unreadable']);
  });

  it('the order of rules, types and matchers means nothing', () => {
    const shuffled = configuration.chain((config) =>
      fc.tuple(
        fc.constant(config),
        fc.record({
          schema: fc.constant(1),
          types: fc.shuffledSubarray(config.types, { minLength: config.types.length }),
          rules: fc
            .shuffledSubarray(config.rules, { minLength: config.rules.length })
            .map((rules) => rules.map(({ when, ...rest }) => ({ ...rest, when: [...when].reverse() }))),
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, payload, ([config, other], value) => {
        expect(classifyUpdate(parseUpdateRules(other), value)).toEqual(
          classifyUpdate(parseUpdateRules(config), value),
        );
      }),
      run,
    );
  });

  it('one more rule acts only where it matches itself, and never makes one action another', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(configuration, rule, payload, (config, added, value) => {
        const with_ = (rules: readonly object[]): UpdateRules => parseUpdateRules({ ...config, rules });
        const extra = { ...added, name: 'added-rule' };
        const before = classifyUpdate(with_(config.rules), value);
        const after = classifyUpdate(with_([...config.rules, extra]), value);
        const itself = classifyUpdate(with_([extra]), value).reason !== 'unknown';
        if (!itself) expect(after).toEqual(before);
        if (!acts(before) && acts(after)) expect(before.reason).toBe('unknown');
        if (acts(before) && acts(after)) expect(after.action).toEqual(before.action);
        if (acts(before) && !acts(after)) expect(after.reason).toBe('ambiguous');
        outcomes.add(`${acts(before)} ${acts(after)}`);
      }),
      run,
    );
    expect(outcomes.size).toBe(4);
  });

  it('an action says only what the payload says', () => {
    fc.assert(
      fc.property(configuration, payload, (config, value) => {
        const { action } = classifyUpdate(parseUpdateRules(config), value);
        const found: Record<string, unknown> = Object(value);
        if (action?.match.by === 'reference') expect(action.match.reference).toBe(found.ref);
        if (action?.match.by === 'destination') {
          const { chainId, address } = action.match;
          expect({ chain_id: chainId, address }).toEqual(found.destination);
        }
        if (action !== null && action.amount !== null) expect(action.amount).toBe(found.amount);
        if (action?.effect === 'release')
          expect([action.match.by, action.amount]).toEqual(['reference', null]);
      }),
      run,
    );
  });
});

describe('the sample rules', () => {
  const rules = parseUpdateRules(sample);
  const common = {
    uid: 'u-1',
    destination: { address: 'addr-1', chain_id: 'bitcoin', signature: '', id: '' },
    reference_id: 'p-1',
    amount: '0.10',
  };
  const match = { by: 'reference', reference: 'p-1' };
  const settle = { effect: 'settle', match, amount: '0.10' };
  const release = { effect: 'release', match, amount: null };
  const kinds = [
    ['omnibus.address_set', { event: 'omnibus_address', status: 'set' }, null],
    ['omnibus.withdrawal_created', { event: 'omnibus_withdrawal', status: 'created' }, null],
    ['omnibus.withdrawal_approved', { event: 'omnibus_withdrawal', status: 'approved' }, null],
    ['omnibus.withdrawal_rejected', { event: 'omnibus_withdrawal', status: 'rejected' }, release],
    ['omnibus.transaction_completed', { event: 'omnibus_transaction', status: 'final' }, settle],
    ['transfer.failed', { event: 'transfer', status: 'failed', error: 'x' }, release],
    ['gas_station.funding_failed', { event: 'gas_station_funding', status: 'failed' }, null],
    ['sweep.failed', { event: 'sweep', status: 'failed' }, null],
  ] as const;

  it('name the eight kinds and say that their fields are invented', () => {
    expect(rules.types.map(({ name }) => name)).toEqual(kinds.map(([type]) => type));
    expect(rules.about).toContain('invented');
  });

  it.each(kinds)('recognise %s', (type, fields, action) => {
    const result = classifyUpdate(rules, { ...common, ...fields });
    expect(result).toMatchObject({ type, reason: 'classified', action });
    expect(result.matched).toHaveLength(1);
  });

  it('do not take a completion with an error for one', () => {
    const fields = { event: 'omnibus_transaction', status: 'final', error: 'reverted' };
    expect(classifyUpdate(rules, { ...common, ...fields }).reason).toBe('unknown');
  });
});
