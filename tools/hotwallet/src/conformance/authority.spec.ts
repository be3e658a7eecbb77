import type { Exchange } from '../wallet';
import { demandNothingAllowed, isZero, sameAmount } from './authority';
import { NotHeld } from './demand';

const chains = ['bitcoin', 'solana'];
const limit = { chain_id: 'bitcoin', balance: '1', limit: '0' };
const zeros = {
  role: 'signer',
  limits: [limit, { ...limit, chain_id: 'solana' }],
  destinations: [{ chain_id: 'bitcoin', address: 'a' }],
};

const exchange = (payload: unknown, success = true): Exchange => ({
  status: 200,
  body: '',
  outer: { success, message: success ? 'OK' : 'no', ciphertext: 'c' },
  plaintext: JSON.stringify(payload),
  payload,
  problem: undefined,
  ms: 1,
  request: { plaintext: undefined, ciphertext: undefined },
});

test('zeros for every chain and a refusal both allow nothing', () => {
  expect(demandNothingAllowed(exchange(zeros), 'it', chains)).toBe('zeros');
  expect(demandNothingAllowed(exchange({ ...zeros, role: 'admin', decision: 7 }), 'it', chains)).toBe(
    'zeros',
  );
  expect(demandNothingAllowed(exchange({}, false), 'it', chains)).toBe('refused');
});

test.each<readonly [string, unknown]>([
  ['no lists', { role: 'signer' }],
  ['empty limits', { ...zeros, limits: [] }],
  ['empty destinations', { ...zeros, destinations: [] }],
  ['no destinations', { ...zeros, destinations: undefined }],
  ['a chain missing', { ...zeros, limits: [limit] }],
  ['a chain twice', { ...zeros, limits: [...zeros.limits, limit] }],
  ['no role', { ...zeros, role: undefined }],
  [
    'a limit that is not zero',
    {
      ...zeros,
      limits: [
        { ...limit, chain_id: 'solana' },
        { ...limit, limit: '0.1' },
      ],
    },
  ],
  ...[0, '-0', '0x0', '00', '.0', '0.', '0e0', '', ' 0', '+0', 'NaN'].map(
    (odd) =>
      [
        `the limit ${JSON.stringify(odd)}`,
        { ...zeros, limits: zeros.limits.map((l) => ({ ...l, limit: odd })) },
      ] as const,
  ),
])('%s in a success might allow something', (_, payload) => {
  expect(() => demandNothingAllowed(exchange(payload), 'it', chains)).toThrow(NotHeld);
});

test('a refusal that holds anything is no refusal', () => {
  expect(() => demandNothingAllowed(exchange(zeros, false), 'it', chains)).toThrow(NotHeld);
});

test('amounts are compared by value, digit by digit', () => {
  expect(sameAmount('0.50', '0.5')).toBe(true);
  expect(sameAmount('10', '10.000')).toBe(true);
  expect(sameAmount('10', '1')).toBe(false);
  expect(sameAmount('0.30000000000000000000000000000000000001', '0.3')).toBe(false);
  expect(isZero('0.00')).toBe(true);
  expect(isZero('0.001')).toBe(false);
});
