/** The `key` a backend answers with: 64 lowercase hex digits, the form the vendor's own example gives it. */
import { demand } from './demand';

export const demandKey = (payload: Readonly<Record<string, unknown>>, what: string): string => {
  const { key } = payload;
  demand(
    typeof key === 'string' && /^[0-9a-f]{64}$/.test(key),
    `${what}: the key is not 64 lowercase hex digits`,
  );
  return key;
};

/** Values of `x` that break careless code: nothing says what Hot Wallet may choose. */
export const awkwardChallenges: ReadonlyMap<string, string> = new Map([
  ['empty', ''],
  ['of 64 KiB', 'x'.repeat(65536)],
  ['in unicode', 'é e\u0301 ключ 鍵 🔑 \u202e'],
  ['with control characters', '\u0000\u0001\r\n\t\u007f'],
  ['with half a surrogate pair', 'x\ud800'],
  ['that looks like code', '{"$ne":null}\'; --<%= 1 %>'],
]);
