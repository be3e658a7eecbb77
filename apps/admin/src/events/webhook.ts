/**
 * One receiver of events by webhook: in order, one at a time, each until it is taken. How far it has come is kept in the
 * engine after every delivery, so a restart repeats at most one event. Where several admin processes have the same
 * webhook, each of them may deliver an event; its id tells that it is the same.
 *
 * What is not taken is tried again, ever less often up to once an hour. After a day it is an alarm; the order is kept all
 * the same, since a receiver that skips an event is wrong about everything after it.
 */
import { isFault } from '@countersign/policy';
import type { AdminCalls, Event } from '@countersign/rpc';
import type { Log } from '@countersign/runtime';
import { eventView } from '../output/event';
import type { Deliver, Delivery } from './deliver';
import { pagesAfter, type EventSourceDeps } from './event-source';
import type { SignWebhook } from './signature';
import type { WebhookConfig } from './webhook-config';

export interface WebhookDeps extends Omit<EventSourceDeps, 'engine' | 'requestId'> {
  readonly engine: Pick<AdminCalls, 'listEvents' | 'getCursor' | 'moveCursor'>;
  readonly hook: Pick<WebhookConfig, 'name' | 'url' | 'kinds' | 'after'>;
  readonly sign: SignWebhook;
  readonly deliver: Deliver;
  readonly newId: () => string;
  /** Rejects when the signal is aborted. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
  readonly observe: (outcome: Delivery) => void;
}

export interface RunningWebhook {
  /** Whether one event has not been taken for a day. */
  alarmed(): boolean;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

const CALL_MS = 5_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60 * 60_000;
const ALARM_AFTER_MS = 24 * 60 * 60_000;

export function startWebhook(deps: WebhookDeps): RunningWebhook {
  const { hook, engine, now, random, newId, pause, log } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  let alarmed = false;
  const cursor = `webhook:${hook.name}`;
  const call = () => ({ requestId: newId(), deadline: now() + CALL_MS, signal });

  async function run(): Promise<void> {
    const { position } = await insist(() => engine.getCursor({ name: cursor }, call()));
    let reached = Math.max(position, hook.after);
    const pages = pagesAfter(
      { engine, now, random, requestId: newId() },
      { position: reached, kinds: hook.kinds, id: '', signal },
    );
    for await (const page of pages) {
      for (const event of page.events) {
        // Another admin process may have come further meanwhile.
        if (event.position <= reached) continue;
        await deliverUntilTaken(event);
        reached = await moveTo(event.position);
      }
      if (page.position > reached) reached = await moveTo(page.position);
    }
  }

  const moveTo = async (position: number): Promise<number> =>
    (await insist(() => engine.moveCursor({ name: cursor, position }, call()))).position;

  async function deliverUntilTaken(event: Event): Promise<void> {
    // The whole event is the data, so that a receiver can check its chain.
    const data = eventView(event);
    const body = JSON.stringify({ type: data.type, timestamp: new Date(data.at).toISOString(), data });
    const started = now();
    for (let failures = 0; ; failures += 1) {
      signal.throwIfAborted();
      const headers = deps.sign(`evt_${event.position}`, now(), body);
      const outcome = await deps.deliver(hook.url, headers, body, signal);
      signal.throwIfAborted();
      deps.observe(outcome);
      if (outcome === 'delivered') break;
      tell(event.position, outcome, failures, now() - started);
      await pause(retryAfter(failures), signal);
    }
    alarmed = false;
  }

  function tell(position: number, outcome: Delivery, failures: number, forMs: number): void {
    const fields = { webhook: hook.name, position, outcome, failures: failures + 1 };
    if (forMs >= ALARM_AFTER_MS) {
      alarmed = true;
      log.error(fields, 'a webhook has not taken an event for a day');
    } else {
      log.warn(fields, 'a webhook did not take an event');
    }
  }

  /** The engine may be away; nothing goes on without it. */
  async function insist<T>(ask: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      try {
        return await ask();
      } catch (error) {
        signal.throwIfAborted();
        if (!isFault(error, 'unavailable', 'deadline', 'exhausted', 'cancelled', 'internal')) throw error;
        await pause(retryAfter(Math.min(failures, 3)), signal);
      }
    }
  }

  const retryAfter = (failures: number): number =>
    Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 20)) * (0.5 + random() / 2);

  const running = run().catch((error: unknown) => {
    if (signal.aborted) return;
    alarmed = true;
    log.error({ webhook: hook.name, err: error }, 'a webhook has ended');
  });
  return {
    alarmed: () => alarmed,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
