/** A reader of the stream as simple as it can be: a socket, lines, and the id that it would come back with. */
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Asking } from './ask';

export interface Received {
  /** Empty: an event of the data itself. */
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

export interface EventReader {
  readonly received: readonly Received[];
  /** Ids of the data, in the order in which they came. */
  ids(): number[];
  /** Rejects when the stream ends before the condition holds. */
  until(condition: () => boolean): Promise<void>;
  /** Resolves when the connection is gone, whoever ended it. */
  readonly closed: Promise<void>;
  /** Takes nothing more from the socket. */
  pause(): void;
  resume(): void;
  /** Cuts the connection, as a dying process would. */
  kill(): void;
}

/** Resolves once the answer has begun. */
export function openReader(
  { url, token }: Asking,
  input: object = {},
  lastEventId?: number,
): Promise<EventReader> {
  const target = new URL(`/trpc/events.subscribe?input=${encodeURIComponent(JSON.stringify(input))}`, url);
  const headers = {
    accept: 'text/event-stream',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(target, { agent: false, headers });
    sent.once('error', reject);
    sent.once('response', (response) => resolve(readerOf(sent, response)));
    sent.end();
  });
}

function readerOf(sent: ClientRequest, response: IncomingMessage): EventReader {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const tell = (): void => waiting.forEach((look) => look());
  let text = '';
  let gone = false;
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    const parts = (text + chunk).split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) if (part.trim() !== '') received.push(parsed(part));
    tell();
  });
  // A connection that is cut is an end like any other here.
  sent.on('error', () => undefined);
  response.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    response.once('close', () => {
      gone = true;
      tell();
      resolve();
    });
  });
  return {
    received,
    closed,
    ids: () => received.filter(({ event, id }) => event === '' && id !== '').map(({ id }) => Number(id)),
    until: (condition) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const holds = condition();
          if (!holds && !gone) return;
          waiting.delete(look);
          if (holds) resolve();
          else reject(new Error(`the stream ended: ${JSON.stringify(received.slice(-2))}`));
        };
        waiting.add(look);
        look();
      }),
    pause: () => response.pause(),
    resume: () => response.resume(),
    kill: () => sent.destroy(),
  };
}

function parsed(part: string): Received {
  const fields = new Map(
    part
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const at = line.indexOf(': ');
        return [line.slice(0, at), line.slice(at + 2)];
      }),
  );
  return { event: fields.get('event') ?? '', id: fields.get('id') ?? '', data: fields.get('data') ?? '' };
}
