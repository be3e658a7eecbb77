/**
 * Reading a `/read` reply as the most literal-minded Hot Wallet would: a chain that is not listed, a missing list and
 * an empty list might all mean "no restriction", so none of them may appear. protocols.md §1.6 and §3.1, 10, 11, 18.
 */
import { z } from 'zod';
import type { Exchange } from '../wallet';
import { demand, demandRefusal, demandSuccess } from './demand';

const decimal = z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/);
const authorityShape = z.object({
  role: z.enum(['signer', 'admin']),
  limits: z.array(z.object({ chain_id: z.string().min(1), balance: decimal, limit: decimal })).min(1),
  destinations: z.array(z.object({ chain_id: z.string().min(1), address: z.string().min(1) })).min(1),
});

/** The documented fields only: what else a backend adds is ignored, as Hot Wallet ignores it. */
export type Authority = z.infer<typeof authorityShape>;

/** A success whose every chain is named once, with plain decimal strings. */
export const demandAuthority = (exchange: Exchange, what: string, chains: readonly string[]): Authority => {
  const parsed = authorityShape.safeParse(demandSuccess(exchange, what));
  demand(parsed.success, `${what}: ${parsed.success ? '' : summary(parsed.error)}`);
  const listed = parsed.data.limits.map((limit) => limit.chain_id);
  demand(new Set(listed).size === listed.length, `${what}: a chain is listed twice`);
  const absent = chains.filter((chain) => !listed.includes(chain));
  demand(absent.length === 0, `${what}: no limit for ${absent.join(', ')}, which may mean unrestricted`);
  return parsed.data;
};

/** A refusal, or a success in which every limit is zero. Returns which of the two. */
export const demandNothingAllowed = (exchange: Exchange, what: string, chains: readonly string[]): string => {
  if (exchange.outer?.success !== true) {
    demandRefusal(exchange, what);
    return 'refused';
  }
  const { limits } = demandAuthority(exchange, what, chains);
  const open = limits.find(({ limit }) => !isZero(limit));
  demand(open === undefined, `${what}: ${open?.chain_id} has the limit ${open?.limit}`);
  return 'zeros';
};

export const isZero = (amount: string): boolean => /^0(\.0+)?$/.test(amount);

export const sameAmount = (a: string, b: string): boolean => trimmed(a) === trimmed(b);

const trimmed = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);

const summary = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');
