/**
 * Which peers may call which method. Deny by default: a method without a row does not exist, a row without peers admits
 * nobody. Health is not in the table, since it tells nothing about users: any named peer may ask.
 */
import { fault } from '@countersign/policy';
import type { MethodName } from './methods';

export type Callers = { readonly [Method in MethodName]?: readonly string[] };
export type HealthMethod = 'Health.Check' | 'Health.Watch';

/** Throws Fault `unimplemented` or `forbidden`. */
export const admit = (callers: Callers, method: MethodName | HealthMethod, peer: string): void => {
  if (method === 'Health.Check' || method === 'Health.Watch') return;
  const allowed = Object.hasOwn(callers, method) ? callers[method] : undefined;
  if (allowed === undefined) throw fault('unimplemented');
  if (!allowed.includes(peer)) throw fault('forbidden');
};
