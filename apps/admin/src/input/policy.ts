/** What the policy router takes. The document's own form is the engine's to check: docs/policy.md. */
import { z } from 'zod';
import { page, uid, version, whole } from './fields';

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MAX_DEPTH = 32;

/** Level by level, because what nests deeply enough ends a recursion. */
const isShallow = (value: unknown): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return true;
};

/** JSON as it came; its mistakes come back from the engine with their paths. */
export const document = z
  .custom<Readonly<Record<string, unknown>>>(isObject, 'must be an object: chains, settings, tiers')
  .refine(isShallow, `must nest at most ${MAX_DEPTH} deep`)
  .meta({ type: 'object', description: 'chains, settings and tiers, see docs/policy.md' });

const source = { document: document.optional(), version: version.optional() };
const EITHER = { path: ['document'], message: 'must be given, or version, not both' };

export const draft = z.strictObject({ document });
export const candidate = z
  .strictObject(source)
  .refine((given) => (given.document === undefined) !== (given.version === undefined), EITHER);
export const backtest = z
  .strictObject({
    ...source,
    after: uid.optional().meta({ description: "the page before's nextAfter" }),
    limit: page(1000).limit.meta({ description: 'users looked at' }),
  })
  .refine((given) => (given.document === undefined) !== (given.version === undefined), EITHER);

export const oneVersion = z.strictObject({ version });
export const versionOrNow = z.strictObject({
  version: version.optional().meta({ description: 'absent: what is in force now' }),
});
export const history = z.strictObject({
  before: version.optional().meta({ description: "the page before's nextBefore" }),
  limit: whole(1, 100).optional(),
});
