/**
 * Sample `/update` payloads. The vendor publishes the documented fields and the list of events, but no sample and no
 * event field (protocols.md §1.7), so what surrounds those fields is invented: a backend must accept all of it.
 */
export const notification = (id: string, uid: string): Record<string, unknown> => ({
  uid,
  destination: { address: `addr-${id}`, chain_id: 'bitcoin', signature: `sig-${id}`, id },
});

export const eventKinds: ReadonlyMap<string, Record<string, unknown>> = new Map<
  string,
  Record<string, unknown>
>([
  ['omnibus destination set', { event: 'omnibus.destination.set' }],
  ['withdrawal created', { event: 'omnibus.withdrawal.created', status: 'pending', amount: '0.005' }],
  [
    'withdrawal approved',
    { event: 'omnibus.withdrawal.approved', status: 'approved', approvals: [{ by: 'a' }] },
  ],
  ['withdrawal rejected', { event: 'omnibus.withdrawal.rejected', status: 'rejected', reason: null }],
  [
    'transaction completed',
    { event: 'omnibus.transaction.completed', hash: '0xabc', confirmations: 6, final: true },
  ],
  [
    'transfer failed',
    { event: 'transfer.failed', error: { code: 'insufficient_funds', details: ['é', '鍵'] } },
  ],
  ['gas-station funding failed', { event: 'gas_station.funding.failed', error: 'timeout', attempt: 3 }],
  ['sweep failed', { event: 'sweep.failed', error: { message: 'fee too low' }, fee: 1e-7 }],
]);

/** The same JSON value written differently: keys in reverse order at every depth, and white space. */
export const rewritten = (value: unknown): string => JSON.stringify(reversed(value), undefined, '\t');

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};
