import type { z } from 'zod';
import { mistakesIn } from '../fault-mapping';
import { balance } from './balances';
import { batchOf } from './batch';
import { cause } from './cause';
import { proposal } from './changes';
import { newDestination } from './destinations';
import { eventList } from './events';
import { frozenThing, frozenThingWith } from './freezes';
import { layerLimits, layerLimitsWithCause, override } from './limits';
import { intent, reconciliation } from './permits';
import { newChain, newSettings } from './platform';
import { backtest, candidate, draft } from './policy';
import { newTier } from './tiers';
import { newUser, userList } from './users';

const mistakes = (schema: z.ZodType, input: unknown): readonly string[] => {
  const { success, error } = schema.safeParse(input);
  if (success) throw new Error('no mistake was found');
  return mistakesIn(error);
};

const why = { reason: 'a test', idempotencyKey: 'k-1' };
const AMOUNT = 'must be a plain decimal string, at most 40 digits on each side of the point';
const CHAIN = 'must be 1 to 64 letters, digits or . _ : / -';
const TIME = 'must be milliseconds since 1970 UTC, or an ISO 8601 time with Z or an offset';
const HASH = 'must be 64 hex digits';

describe('every mistake of an input at once, with its path', () => {
  const cases: readonly (readonly [string, z.ZodType, unknown, readonly string[]])[] = [
    [
      'a mutation without a cause',
      newTier.extend(cause),
      { tierId: 'gold' },
      [
        'reason: Invalid input: expected string, received undefined',
        'idempotencyKey: Invalid input: expected string, received undefined',
      ],
    ],
    [
      'a cause in bad form',
      newTier.extend(cause),
      { tierId: 'gold', reason: 'two\nlines', idempotencyKey: 'with space', expectedRevision: 1.5 },
      [
        'reason: must be 1 to 200 characters, no control characters',
        'idempotencyKey: must be 1 to 128 visible ASCII characters',
        'expectedRevision: must be a whole number',
      ],
    ],
    [
      'several members, and one nobody knows',
      balance,
      { uid: 'with space', chainId: '', amount: '1e3', asOf: '2026-01-31', aproved: true },
      [
        'uid: must be 1 to 128 printable ASCII characters without spaces',
        `chainId: ${CHAIN}`,
        `amount: ${AMOUNT}`,
        `asOf: ${TIME}`,
        'aproved: is not known',
      ],
    ],
    [
      'one of two hashes',
      newUser,
      { uid: 'u', role: 'signer', hashedUsername: 'a'.repeat(64) },
      [
        'hashedPassword: must be given together with hashedUsername, or neither for an account that only machines act for',
      ],
    ],
    [
      'hashes that are none, a role that is none',
      newUser,
      { uid: 'u', role: 'owner', hashedUsername: 'a', hashedPassword: 'G'.repeat(64) },
      ['role: must be signer or admin', `hashedUsername: ${HASH}`, `hashedPassword: ${HASH}`],
    ],
    [
      'limits of every kind, each wrong in its own way',
      newChain,
      {
        chainId: 'a',
        limits: [
          { kind: 'transaction', max: '-1' },
          { kind: 'sliding', durationMs: 59_999, max: '1' },
          { kind: 'calendar', unit: 'month', zone: '+01:00', max: '1', startsOn: 32 },
          { kind: 'lifetime', max: 5 },
          { kind: 'share', max: '1.5', perDestination: true },
          { kind: 'hourly', max: '1' },
          { kind: 'transaction', max: '1', ms: 5 },
        ],
      },
      [
        `limits[0].max: ${AMOUNT}`,
        'limits[1].durationMs: must be at least 60000',
        'limits[2].zone: must be an IANA zone such as Europe/Berlin, or UTC',
        'limits[2].startsOn: must be at most 31',
        `limits[3].max: Invalid input: expected string, received number`,
        'limits[4].perDestination: must be false or absent',
        'limits[4].max: must be a fraction above 0, at most 1',
        'limits[5].kind: must be of kind transaction, sliding, calendar, lifetime or share',
        'limits[6].ms: is not known',
      ],
    ],
    [
      'limits that are right alone and wrong together',
      layerLimits,
      {
        layer: 'tier',
        tierId: 'gold',
        chainId: 'a',
        limits: [
          { kind: 'calendar', unit: 'week', zone: 'UTC', startsOn: 8, max: '5' },
          { kind: 'lifetime', measure: 'count', max: '1.5' },
        ],
      },
      [
        'limits[0].startsOn: must be at most 7 for a week',
        'limits[1].max: must be a whole number of operations',
      ],
    ],
    [
      'a longer window that allows less, a key given twice',
      layerLimits,
      {
        layer: 'user',
        uid: 'u',
        chainId: 'a',
        limits: [
          { kind: 'transaction', max: '5' },
          { kind: 'lifetime', max: '4' },
          { kind: 'lifetime', max: '6' },
        ],
      },
      [
        'limits: amount/lifetime is given twice',
        'limits: amount/transaction allows 5, more than amount/lifetime with 4',
      ],
    ],
    [
      'an enabled chain without a limit',
      newChain,
      { chainId: 'a', limits: [] },
      ['limits: must be at least one limit'],
    ],
    [
      'a layer that is none',
      layerLimitsWithCause,
      { layer: 'chain', ...why },
      ['layer: must be of layer platform, tier or user'],
    ],
    [
      'settings out of bounds',
      newSettings,
      {
        balanceMaxAgeMs: 0,
        coolingOffMs: -1,
        loosening: 'never',
        approvalLifetimeMs: 59_999,
        looseningDelayMs: 3e9,
      },
      [
        'balanceMaxAgeMs: must be at least 1000',
        'coolingOffMs: must be at least 0',
        'loosening: must be alone or approved',
        'looseningDelayMs: must be at most 2592000000',
        'approvalLifetimeMs: must be at least 60000',
      ],
    ],
    [
      'an override until nobody knows when',
      override,
      { uid: 'u', chainId: 'a', limit: { kind: 'transaction', max: '1' }, expiresAt: '2026-01-31T12:00:00' },
      [`expiresAt: ${TIME}`],
    ],
    [
      'a destination with control characters',
      newDestination,
      { uid: 'u', chainId: 'a', address: 'with space', tag: '', label: 'a\u0000b', expiresAt: -1 },
      [
        'address: must be 1 to 256 printable ASCII characters without spaces',
        'tag: must be 1 to 100 characters, no control characters',
        'label: must be at most 100 characters, no control characters',
        `expiresAt: ${TIME}`,
      ],
    ],
    [
      'a permit of no kind, for too long',
      intent,
      { uid: 'u', kind: 'gift', chainId: 'a', amount: '01', address: 'b', lifetimeMs: 86_400_001 },
      [
        'kind: must be transfer, contract or omnibus_withdrawal',
        `amount: ${AMOUNT}`,
        'lifetimeMs: must be at most 86400000',
      ],
    ],
    [
      'an amount where nothing was moved',
      reconciliation,
      { uid: 'u', referenceId: 'r', outcome: 'released', amount: '1' },
      ['amount: must be absent when nothing was moved'],
    ],
    [
      'a platform with a subject',
      frozenThing,
      { scope: 'platform', subject: 'all' },
      ['subject: is not known'],
    ],
    [
      'a freeze of nothing in particular',
      frozenThingWith(cause),
      { scope: 'tier', ...why },
      ['subject: Invalid input: expected string, received undefined'],
    ],
    [
      'a page of none',
      userList,
      { limit: 0, after: '' },
      ['after: must not be empty', 'limit: must be at least 1'],
    ],
    ['an id without its kind', eventList, { id: 'u' }, ['id: must come with kind']],
    ['neither document nor version', candidate, {}, ['document: must be given, or version, not both']],
    [
      'a document that is a list, and a version',
      backtest,
      { document: [], version: 1 },
      ['document: must be an object: chains, settings, tiers'],
    ],
    [
      'a document that nests without end',
      draft,
      { document: JSON.parse(`{"chains":${'['.repeat(200_000)}${']'.repeat(200_000)}}`) as unknown },
      ['document: must nest at most 32 deep'],
    ],
    [
      'a proposal of what cannot be proposed',
      proposal.extend(cause),
      { change: { procedure: 'users.create', input: {} }, ...why },
      ['change.procedure: must be of a procedure that can be proposed'],
    ],
    [
      'a proposal with mistakes of its own',
      proposal.extend(cause),
      {
        change: {
          procedure: 'limits.set',
          input: {
            layer: 'user',
            uid: 'u',
            chainId: 'a',
            limits: [{ kind: 'transaction', max: '1,5' }],
            ...why,
          },
        },
        ...why,
      },
      [
        `change.input.limits[0].max: ${AMOUNT}`,
        'change.input.reason: is not known',
        'change.input.idempotencyKey: is not known',
      ],
    ],
    ['a batch of none', batchOf(balance), { items: [], ...why }, ['items: must be at least one item']],
    [
      'a batch of too many',
      batchOf(balance),
      { items: Array.from({ length: 1001 }, () => null), ...why },
      ['items: must be at most 1000 items'],
    ],
  ];

  test.each(cases)('%s', (_name, schema, input, expected) => {
    expect(mistakes(schema, input)).toEqual(expected);
  });

  test('no mistake repeats a value', () => {
    const secret = 'hunter2\n';
    const inputs: readonly (readonly [z.ZodType, object])[] = [
      [newUser, { uid: secret, role: secret, tier: secret, hashedUsername: secret, hashedPassword: secret }],
      [balance, { uid: secret, chainId: secret, amount: secret, asOf: secret }],
      [layerLimits, { layer: secret }],
      [newTier.extend(cause), { tierId: secret, mode: secret, reason: secret, idempotencyKey: secret }],
    ];
    for (const [schema, input] of inputs) expect(mistakes(schema, input).join()).not.toContain('hunter2');
  });
});

describe('times', () => {
  const asOf = (given: unknown) => balance.parse({ uid: 'u', chainId: 'a', amount: '1', asOf: given }).asOf;

  test('an instant is one, however it is written', () => {
    const at = Date.UTC(2026, 0, 31, 12);
    expect(asOf(at)).toBe(at);
    expect(asOf('2026-01-31T12:00:00Z')).toBe(at);
    expect(asOf('2026-01-31T13:00:00.000+01:00')).toBe(at);
  });

  test.each(['2026-02-30T12:00:00Z', '1969-12-31T23:59:59Z', 1.5, 8.64e15 + 1, '', null])(
    '%p is none',
    (given) => {
      expect(mistakes(balance, { uid: 'u', chainId: 'a', amount: '1', asOf: given })).toEqual([
        `asOf: ${TIME}`,
      ]);
    },
  );
});
