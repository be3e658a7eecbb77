/** The `/update` payload most checks send, and another way to write it. */
import { documentedNotification } from '../notifications';

/** Nothing in it but the user is known to the backend, so that nothing can come of it. */
export const notification = (id: string, uid: string): Record<string, unknown> =>
  documentedNotification(subject(id, uid));

export const subject = (id: string, uid: string) => ({
  uid,
  chainId: 'bitcoin',
  address: `addr-${id}`,
  signature: `sig-${id}`,
  id,
});

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
