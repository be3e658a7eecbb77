/** How the `/update` payloads of the tables are recognised; classification itself is tested in update-rules.spec.ts. */
export const updateRules = {
  schema: 1,
  types: [
    {
      name: 'transfer.completed',
      trusted: true,
      effect: 'settle',
      match: { by: 'reference', path: '/reference' },
      amount: '/moved',
    },
    {
      name: 'transfer.done',
      trusted: true,
      effect: 'settle',
      match: { by: 'reference', path: '/reference' },
    },
    {
      name: 'transfer.failed',
      trusted: true,
      effect: 'release',
      match: { by: 'reference', path: '/reference' },
    },
    { name: 'withdrawal.completed', trusted: true, effect: 'settle', match: { by: 'destination' } },
    { name: 'deposit.seen' },
  ],
  rules: [
    { name: 'completed', type: 'transfer.completed', when: [{ path: '/event', equals: 'completed' }] },
    { name: 'done', type: 'transfer.done', when: [{ path: '/event', equals: 'done' }] },
    { name: 'failed', type: 'transfer.failed', when: [{ path: '/event', equals: 'failed' }] },
    { name: 'withdrawn', type: 'withdrawal.completed', when: [{ path: '/event', equals: 'withdrawn' }] },
    { name: 'deposited', type: 'deposit.seen', when: [{ path: '/event', equals: 'deposit' }] },
    { name: 'also-failed', type: 'transfer.failed', when: [{ path: '/error', exists: true }] },
  ],
};
