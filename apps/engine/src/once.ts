/**
 * Whether an admin call was made before: by its idempotency key, which belongs to an actor, and by its inputs, which are
 * everything else it was called with. Both are told by HMAC under a key that only the engine has: among the inputs are
 * hashed passwords, and a plain hash of them in the store would let whoever reads it try passwords.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import type { Once } from '@countersign/commands';
import type { AdminHandlers, CallContext, Cause } from '@countersign/rpc';

/** What is kept apart under one name: a call's key, a token, a reader's cursor. */
export type Hashed = (purpose: string, ...parts: readonly string[]) => string;

export const createHashed = (pepper: string): Hashed => {
  const key = Buffer.from(hkdfSync('sha256', pepper, '', 'countersign/once', 32));
  return (purpose, ...parts) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, ...parts]), 'utf8')
      .digest('hex');
};

interface Request {
  readonly cause?: Cause | null;
}

/** What `exactlyOnce` adds to a call's context. */
interface KeyedContext extends CallContext {
  readonly once: Once | null;
}

type AnyHandler = (request: Request, context: KeyedContext) => Promise<unknown>;

/** All handlers, each knowing by its context whether its call may have been made before. */
export function exactlyOnce(handlers: AdminHandlers, hashed: Hashed): AdminHandlers {
  const onceOf = (method: string, { cause, ...request }: Request): Once | null => {
    if (!cause?.idempotencyKey) return null;
    const { actor, idempotencyKey, ...rest } = cause;
    // Decoded messages have their members in the order of the contract, so the same inputs are the same text.
    const inputs = JSON.stringify([method, rest, request]);
    return { name: `call:${hashed('call', actor, idempotencyKey)}`, inputs: hashed('inputs', inputs) };
  };
  const keyed = Object.entries(handlers).map(([method, handler]) => {
    const handle: AnyHandler = async (request, context) =>
      (handler as AnyHandler)(request, { ...context, once: onceOf(method, request) });
    return [method, handle];
  });
  return Object.fromEntries(keyed) as AdminHandlers;
}

/** Throws where a handler with a key was not made by `exactlyOnce`: the key would count for nothing. */
export function onceIn(context: CallContext): Once | null {
  if (!('once' in context)) throw new Error(`${context.method} has a key and is not kept to once`);
  return (context as KeyedContext).once;
}
