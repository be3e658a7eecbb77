/**
 * State and event data are kept as JSON text, byte for byte, so no database's own mapping (dotted keys, `$` names,
 * numbers) can change them. JSON.stringify drops or rewrites what JSON cannot say; here that is an error, because a
 * field that silently disappears from a stored policy is worse than a failed commit.
 */

const isRecord = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const refuseUnlessJson = (value: unknown, path: string): void => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) refuseUnlessJson(value[i], `${path}[${i}]`);
    return;
  }
  if (typeof value === 'object' && isRecord(value)) {
    for (const key of Object.keys(value)) refuseUnlessJson(value[key], `${path}.${key}`);
    return;
  }
  throw new TypeError(`not JSON: ${path} (${typeof value})`);
};

/** Throws TypeError, naming the place, on anything JSON text cannot hold exactly: undefined, Date, bigint, NaN … */
export const encodeJson = (value: unknown): string => {
  refuseUnlessJson(value, '$');
  return JSON.stringify(value);
};

export const decodeJson = <T>(text: string): T => JSON.parse(text) as T;
