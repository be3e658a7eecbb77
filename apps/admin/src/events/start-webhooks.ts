/** Every configured webhook, running. */
import { setTimeout as pause } from 'node:timers/promises';
import type { AdminCalls } from '@countersign/rpc';
import type { Log } from '@countersign/runtime';
import { createDeliver, type Delivery } from './deliver';
import { createMayConnect } from './public-address';
import { createSignWebhook } from './signature';
import { startWebhook } from './webhook';
import type { WebhookConfig } from './webhook-config';

export interface WebhooksDeps {
  readonly hooks: readonly WebhookConfig[];
  /** CIDR. */
  readonly networks: readonly string[];
  readonly engine: AdminCalls;
  readonly secret: (reference: string) => Promise<string>;
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: Log;
  readonly observe: (webhook: string, outcome: Delivery) => void;
}

export interface Webhooks {
  /** How many have not had an event taken for a day. */
  alarmed(): number;
  stop(): Promise<void>;
}

const TIMEOUT_MS = 10_000;

/** Rejects when a secret cannot be had or is none. */
export async function startWebhooks({
  hooks,
  networks,
  secret,
  observe,
  ...deps
}: WebhooksDeps): Promise<Webhooks> {
  const deliver = createDeliver({ mayConnect: createMayConnect(networks), timeoutMs: TIMEOUT_MS });
  const signed = await Promise.all(
    hooks.map(async (hook) => ({ hook, sign: createSignWebhook(await secret(hook.secret)) })),
  );
  const running = signed.map(({ hook, sign }) =>
    startWebhook({
      ...deps,
      hook,
      sign,
      deliver,
      pause: (ms, signal) => pause(ms, undefined, { signal }),
      observe: (outcome) => observe(hook.name, outcome),
    }),
  );
  return {
    alarmed: () => running.filter((one) => one.alarmed()).length,
    stop: async () => void (await Promise.all(running.map((one) => one.stop()))),
  };
}
