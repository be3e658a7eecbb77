import { parseUpdateRules } from '@countersign/policy';

/** How the simulated `/update` payloads are recognised, with every way to match and both effects. */
export const updateRules = parseUpdateRules({
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
  ],
});
