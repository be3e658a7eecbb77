import { setImmediate } from 'node:timers/promises';
import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { kinds, type Store, type StoredEvent } from '@countersign/store';
import type { EngineDeps } from '../deps';
import { fitting, pageSize } from '../page-size';

const MAX_WAIT_MS = 30_000;
/** So that a caller who waits is answered while he still listens. */
const MARGIN_MS = 250;
const PAGE = 1_000;
/** Events looked through in one call for those that were asked for. */
const MAX_LOOKED_AT = 10_000;

type Request = Parameters<AdminHandlers['listEvents']>[0];

/** Events behind a position, in order. While there is none it waits, and the reply tells how far was looked. */
export const listEvents =
  ({ store, eventWait, now }: Pick<EngineDeps, 'store' | 'eventWait' | 'now'>): AdminHandlers['listEvents'] =>
  async (request, { deadline, signal }) => {
    refuseUnlessValid(request);
    const { kind, id, waitMs } = request;
    const limit = pageSize(request.limit);
    const wanted = (event: StoredEvent): boolean =>
      (kind === '' || event.kind === kind) && (id === '' || event.id === id);
    const until = Math.min(now() + waitMs, deadline - MARGIN_MS);
    let after = request.afterPosition;
    for (;;) {
      const { found, lookedAt, atEnd } = await look(store, after, limit, kind === '' ? undefined : wanted);
      after = lookedAt;
      const ms = until - now();
      if (found.length === 0 && atEnd && ms > 0) {
        const waited = await eventWait.untilNews({ after, ms, signal, wanted });
        after = waited.lookedAt;
        if (waited.news) continue;
      }
      const told = found.map(({ at, data, ...event }) => ({
        ...event,
        atMs: at,
        data: JSON.stringify(data),
      }));
      const fit = [...fitting(told)];
      return { events: fit, nextPosition: fit.length < told.length ? (fit.at(-1)?.position ?? 0) : after };
    }
  };

function refuseUnlessValid({ afterPosition, waitMs, kind, id }: Request): void {
  const isPosition = Number.isSafeInteger(afterPosition) && afterPosition >= 0;
  const details = [
    ...(isPosition ? [] : ['afterPosition: must be a whole number, zero or more']),
    ...(waitMs <= MAX_WAIT_MS ? [] : [`waitMs: must be at most ${MAX_WAIT_MS}`]),
    ...(kind === '' || kinds.some((known) => known === kind)
      ? []
      : [`kind: must be one of ${kinds.join(', ')}`]),
    ...(id === '' || kind !== '' ? [] : ['id: must be given together with its kind']),
  ];
  if (details.length > 0) throw fault('invalid', { details });
}

interface Look {
  readonly found: readonly StoredEvent[];
  /** Position of the last event that was looked at. */
  readonly lookedAt: number;
  /** Nothing is behind it yet. */
  readonly atEnd: boolean;
}

/** Without `wanted` one page is all there is to it; with it the engine takes a breath between two pages. */
async function look(
  store: Pick<Store, 'events'>,
  after: number,
  limit: number,
  wanted: ((event: StoredEvent) => boolean) | undefined,
): Promise<Look> {
  const pageOf = wanted === undefined ? limit : PAGE;
  const found: StoredEvent[] = [];
  let lookedAt = after;
  while (lookedAt - after < MAX_LOOKED_AT) {
    const page = await store.events({ after: lookedAt, limit: pageOf });
    for (const event of page) {
      lookedAt = event.position;
      if (wanted?.(event) === false) continue;
      found.push(event);
      if (found.length === limit) return { found, lookedAt, atEnd: false };
    }
    if (page.length < pageOf) return { found, lookedAt, atEnd: true };
    await setImmediate();
  }
  return { found, lookedAt, atEnd: false };
}
