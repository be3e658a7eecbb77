import { isIPv6 } from 'node:net';

/**
 * What one caller is known by. An IPv4 address is its own; an IPv6 caller has a whole /64 and may use another address
 * of it for each connection, so all of it counts as one. An IPv4 address that a dual-stack socket wrapped is unwrapped.
 */
export function networkOf(address: string): string {
  const unwrapped = address.replace(/^::ffff:(?=[0-9]+\.)/i, '');
  if (!isIPv6(unwrapped)) return unwrapped;
  const [head = '', tail = ''] = unwrapped.split('::');
  const [left, right] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** An IPv4 address at the end stands for two groups, far beyond the first four. */
const groupsOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
