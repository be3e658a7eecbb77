import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';

/**
 * Whether this token was spent before, on something else than now; it is from now on. Of two at once exactly one is told
 * that it was not, unless both are the same use: a call that is repeated because its reply was lost. The time allows for a token that expires while its call is under way, and for clocks that differ.
 */
const MARGIN_MS = 10 * 60_000;
const MAX_USE = 512;
const LONGEST_MS = 400 * 24 * 3_600_000;

const isText = (text: string): boolean => text !== '' && text.length <= 1024;

type Deps = Pick<EngineDeps, 'store' | 'hashed' | 'now'>;

export const spendToken =
  ({ store, hashed, now }: Deps): AdminHandlers['spendToken'] =>
  async ({ issuer, tokenId, expiresAtMs, use }, { deadline }) => {
    const latest = now() + LONGEST_MS;
    const details = [
      ...(isText(issuer) ? [] : ['issuer: must be 1 to 1024 characters']),
      ...(use.length <= MAX_USE ? [] : [`use: must be at most ${MAX_USE} characters`]),
      ...(isText(tokenId) ? [] : ['tokenId: must be 1 to 1024 characters']),
      ...(expiresAtMs > 0 && expiresAtMs <= latest ? [] : ['expiresAtMs: must be within 400 days']),
    ];
    if (details.length > 0) throw fault('invalid', { details });
    const name = `token:${hashed('token', issuer, tokenId)}`;
    const value = use === '' ? '' : hashed('use', use);
    const first = await store.putReceipt(
      {
        name,
        value,
        until: Math.ceil(Math.max(expiresAtMs, now()) + MARGIN_MS),
        expectedVersion: 0,
      },
      { deadline },
    );
    if (first || value === '') return { spent: !first };
    return { spent: (await store.receipt(name, { deadline }))?.value !== value };
  };
