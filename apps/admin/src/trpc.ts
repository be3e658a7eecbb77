/**
 * The one chain that every procedure passes: faults become errors, the path is authorised against the table, and the
 * handler gets a budget and a way to say who caused what. There is no procedure without it, because nothing else that
 * builds one is exported.
 */
import { createHash } from 'node:crypto';
import { Fault, fault, isFault } from '@countersign/policy';
import type { AdminCalls, CallOptions, Cause } from '@countersign/rpc';
import type { Log } from '@countersign/runtime';
import { initTRPC, TRPCError } from '@trpc/server';
import { access, type Access } from './access';
import { faultBehind, faultView, trpcErrorOf } from './fault-mapping';
import type { Streams } from './events/streams';
import type { Identified } from './identity/identify';
import type { Refusal, RefusedCall } from './identity/refusal';
import type { Principal } from './identity/principal';
import type { ProcedureMeta } from './meta';

/** Made once for an HTTP request. */
export interface AdminContext {
  readonly engine: AdminCalls;
  readonly requestId: string;
  readonly identity: Identified;
  /** Throws Fault `unavailable` when no engine can be reached by then (ms UTC). */
  readonly reachable: (deadline: number) => Promise<void>;
  readonly log: Log;
  readonly now: () => number;
  readonly newId: () => string;
  /** ms for one call, and for one that handles many items. */
  readonly budgetMs: number;
  readonly bulkBudgetMs: number;
  /**
   * Resolves when this token was not used for a fresh procedure before, or for this very call: the same procedure with the
   * same input, of which the digest is given. Throws Fault otherwise.
   */
  readonly spend: (
    principal: Principal,
    call: RefusedCall,
    input: string,
    options: CallOptions,
  ) => Promise<void>;
  /** Counts a refusal and logs it, without what was sent. */
  readonly refused: (cause: Refusal, call: RefusedCall) => void;
  readonly observe: (path: string, outcome: string, ms: number) => void;
  readonly streams: Streams;
}

/** The members that every mutation's input has. */
export interface CauseInput {
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly expectedRevision?: number | undefined;
}

const t = initTRPC
  .context<AdminContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error }) => {
      const refusal = faultBehind(error) ?? fault('internal');
      const { code, httpStatus } = shape.data;
      return {
        code: shape.code,
        message: refusal.message,
        data: { code, httpStatus, fault: faultView(refusal) },
      };
    },
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
  });

export const { router } = t;
export const { createCallerFactory } = t;

/** Bugs are logged here, once, and leave opaque with a correlation id. */
export const asTrpcError = (
  error: unknown,
  { log, newId, requestId }: AdminContext,
  path: string,
): TRPCError => {
  const known = error instanceof TRPCError ? faultBehind(error) : isFault(error) ? error : undefined;
  if (known !== undefined && known.code !== 'internal') return trpcErrorOf(known);
  const correlationId = known?.correlationId ?? newId();
  log.error({ err: error, correlationId, requestId, path }, 'a call failed');
  return trpcErrorOf(new Fault('internal', { correlationId }));
};

const guarded = t.procedure.use(async ({ ctx, path, next }) => {
  const started = ctx.now();
  const result = await next();
  if (result.ok) {
    ctx.observe(path, 'ok', ctx.now() - started);
    return result;
  }
  const error = asTrpcError(result.error, ctx, path);
  ctx.observe(path, faultBehind(error)?.code ?? 'internal', ctx.now() - started);
  throw error;
});

/** Of the budget, what is left for the answer that no engine can be reached. */
const REPORTING_MS = 250;

export const procedure = guarded.use(async ({ ctx, path, type, signal, getRawInput, next }) => {
  const { engine, requestId, now } = ctx;
  const row: Access | undefined = Object.hasOwn(access, path) ? access[path] : undefined;
  const deadline = now() + (row?.bulk === true ? ctx.bulkBudgetMs : ctx.budgetMs);
  const options = (): CallOptions => ({ requestId, deadline, ...(signal !== undefined && { signal }) });
  const { principal, access: granted } = admit(ctx, row, path);
  // A call that nobody hears would wait for its deadline and not know what became of it. A stream waits by itself.
  if (type !== 'subscription') await ctx.reachable(deadline - REPORTING_MS);
  if (granted.fresh === true) {
    const call = { path, requestId, actor: principal.actor };
    await ctx.spend(principal, call, digestOf(await getRawInput()), options());
  }
  const cause = ({ reason, idempotencyKey, expectedRevision }: CauseInput): Cause => ({
    actor: principal.actor,
    reason,
    idempotencyKey,
    ...(expectedRevision !== undefined && { expectedRevision }),
  });
  return next({ ctx: { principal, requestId, engine, options, cause } });
});

/** The same for the same input only, whoever wrote it; nobody has looked at it yet. */
const digestOf = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest('hex');

/** Unknown callers first, so that nobody learns from a refusal what the table says. */
function admit(
  { identity, now, refused, requestId }: AdminContext,
  row: Access | undefined,
  path: string,
): { principal: Principal; access: Access } {
  if ('refused' in identity) {
    refused(identity.refused, { path, requestId });
    throw identity.fault;
  }
  const { principal } = identity;
  const call = { path, requestId, actor: principal.actor };
  if (principal.expiresAt !== null && principal.expiresAt <= now()) {
    refused('expired', call);
    throw fault('unauthenticated');
  }
  if (row === undefined) {
    refused('no_row', call);
    throw fault('forbidden');
  }
  if (!principal.scopes.has(row.scope)) {
    refused('wrong_scope', call);
    throw fault('forbidden');
  }
  return { principal, access: row };
}
