/**
 * Events as a stream over SSE: from the first, or after the last one that the reader has. Its ids are positions, so a
 * reader that comes back with the last id misses none and sees none twice, whichever admin or engine answers then.
 *
 * The stream is pulled: tRPC takes an event when the one before is on its way to the socket, and waits while the socket
 * is full (test/events.spec.ts), so a slow reader costs a page and no more. It is broken off, rather than
 * ended, when the process stops or the token expires: a reader takes that for a lost connection and comes back.
 */
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { kinds } from '../input/events';
import { eventView } from '../output/event';
import { asTrpcError, procedure } from '../trpc';
import { pagesAfter } from './event-source';

const position = z.string().regex(/^(0|[1-9][0-9]{0,14})$/, 'must be the id of an event of this stream');

const input = z
  .strictObject({
    lastEventId: position
      .nullish()
      .meta({ description: 'the last event that the reader has; absent: from the first' }),
    kinds: z
      .array(z.enum(kinds, `must be one of ${kinds.join(', ')}`))
      .max(kinds.length, `must be at most ${kinds.length}`)
      .optional()
      .meta({ description: 'absent: every kind' }),
    id: z.string().min(1).max(300).optional().meta({ description: 'of one aggregate, with its kind alone' }),
  })
  .refine(({ kinds: of, id }) => id === undefined || of?.length === 1, {
    path: ['id'],
    message: 'must come with exactly one kind',
  })
  .default({});

export const subscribe = procedure
  .meta({ about: 'Events as they come, over SSE, resumed after the last event id.', faults: ['exhausted'] })
  .input(input)
  .subscription(async function* ({ ctx, input: wanted, signal, path }) {
    const leave = ctx.streams.enter(ctx.principal.actor);
    const over = new AbortController();
    const all = AbortSignal.any([
      over.signal,
      ctx.streams.stopping,
      ...(signal === undefined ? [] : [signal]),
    ]);
    const { expiresAt } = ctx.principal;
    const expiry = expiresAt === null ? undefined : setTimeout(() => over.abort(), expiresAt - ctx.now());
    try {
      const pages = pagesAfter(
        { engine: ctx.engine, now: ctx.now, random: Math.random, requestId: ctx.requestId },
        {
          position: Number(wanted.lastEventId ?? 0),
          kinds: [...new Set(wanted.kinds)],
          id: wanted.id ?? '',
          signal: all,
        },
      );
      for await (const { events } of pages) {
        for (const message of events) {
          all.throwIfAborted();
          yield tracked(String(message.position), eventView(message));
        }
      }
    } catch (error) {
      if (all.aborted) throw new DOMException('the stream is over', 'AbortError');
      throw asTrpcError(error, ctx, path);
    } finally {
      clearTimeout(expiry);
      over.abort();
      leave();
    }
  });
