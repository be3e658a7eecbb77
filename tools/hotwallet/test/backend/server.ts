/**
 * A stand-in backend that holds every check of the table, in memory and on bare node:http, and that can be started
 * with one flaw planted. It shares no code with the kit.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { open, seal } from './envelope';
import type { Flaw, Manner } from './flaws';
import { createReader } from './read';
import { refused, Unreadable, type Reply } from './reply';
import { createUpdater } from './update';
import { createVerifier } from './verify';

export const secret = 'secret of the stand-in';
const bodyLimit = 1024 * 1024;

export interface Backend {
  readonly url: string;
  stop(): Promise<void>;
}

export const startBackend = async (trait?: Flaw | Manner): Promise<Backend> => {
  const has = (candidate: Flaw | Manner): boolean => candidate === trait;
  const verifier = createVerifier(has);
  const reader = createReader(has);
  const updater = createUpdater(has);
  const defaults = { success: false, message: 'not accepted' };
  const settings = Object.create(defaults) as typeof defaults;
  const oldSalt = Buffer.from('unchanged');
  let turn: Promise<unknown> = Promise.resolve();

  const send = (response: ServerResponse, { status, success, message, text }: Reply): void => {
    const plain = !success && text === '{}' && has('refusal encrypts a reason') ? '{"reason":"no"}' : text;
    const sealed = has('one salt for every reply')
      ? seal(plain, secret, oldSalt.subarray(0, 8))
      : seal(plain, secret);
    const ciphertext = has('reply is hex, not base64')
      ? Buffer.from(sealed, 'base64').toString('hex')
      : sealed;
    const outer = {
      success,
      message,
      ciphertext: !success && has('refusal is not encrypted') ? '{}' : ciphertext,
      ...(has('reply has a fourth field') ? { at: 1 } : {}),
    };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(outer));
  };

  const unreadable = (step: Unreadable['step'], path: string): Reply => {
    const plain: Reply = { status: 400, success: settings.success, message: settings.message, text: '{}' };
    if (step === 'body' && has('500 on garbage')) return { ...plain, status: 500 };
    if (step === 'body' && has('garbage explained')) return { ...plain, message: 'not JSON' };
    if (path === 'update' && has('one endpoint fails its own way')) return { ...plain, message: 'not kept' };
    if (step === 'container' && has('bad container explained'))
      return { ...plain, message: 'not an envelope' };
    if (step === 'container' && has('truncation has its own status')) return { ...plain, status: 422 };
    if (step === 'padding' && has('bad padding has its own status')) return { ...plain, status: 401 };
    if (step === 'padding' && has('bad padding explained')) return { ...plain, message: 'wrong secret' };
    if (step === 'text' && has('bad text has its own status')) return { ...plain, status: 422 };
    if (step === 'text' && has('bad UTF-8 explained')) return { ...plain, message: 'not UTF-8' };
    if (step === 'json' && has('bad JSON has its own status')) return { ...plain, status: 422 };
    if (step === 'schema' && has('schema failure explained'))
      return { ...plain, message: 'a field is missing' };
    return plain;
  };

  const answer = async (path: string, body: string): Promise<Reply> => {
    const text = opened(body);
    const payload = parsed(text);
    if (!isObject(payload)) {
      if (path === 'update' && has('update accepts any JSON')) return updater.update({}, text);
      throw new Unreadable('json');
    }
    if (has('payload merged into the settings') && Object.hasOwn(payload, '__proto__')) {
      Object.assign(
        Object.getPrototypeOf(settings) as object,
        Object.entries(payload).find(([key]) => key === '__proto__')?.[1],
      );
    }
    if (path === 'user_verify') return verifier.userVerify(payload);
    if (path === 'machine_verify') return verifier.machineVerify(payload);
    return path === 'read' ? reader.read(payload) : updater.update(payload, text);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').slice(1);
    const known = ['user_verify', 'machine_verify', 'read', 'update'].includes(path);
    if (!known) {
      if (has('unknown path without an envelope')) response.writeHead(404).end('Not Found');
      else send(response, refused('not found', has('unknown path is a success') ? 200 : 404));
      return;
    }
    if (request.method !== 'POST' && !(request.method === 'GET' && has('GET accepted'))) {
      if (has('wrong method without an envelope')) response.writeHead(405).end();
      else send(response, refused('not allowed', 405));
      return;
    }
    if (request.method === 'GET') return send(response, refused());
    const body = await receive(request);
    if (body === undefined) {
      if (has('dies of a big body')) return die();
      response.shouldKeepAlive = false;
      send(response, refused('not accepted', 413));
      return;
    }
    try {
      send(response, await answer(path, body));
    } catch (error) {
      send(response, error instanceof Unreadable ? unreadable(error.step, path) : refused('internal', 500));
    }
  };

  /** Undefined when there is too much of it. */
  const receive = async (request: IncomingMessage): Promise<string | undefined> => {
    const announced = Number(request.headers['content-length'] ?? 0);
    const unlimited = has('no body limit');
    if (announced > bodyLimit && !unlimited) return undefined;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > bodyLimit && !unlimited && !has('limit on announced lengths only')) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  };

  const timeout = has('no request timeout') || has('one request at a time') ? 0 : 1500;
  const served = new WeakSet<Socket>();
  const sockets = new Set<Socket>();
  const server = createServer({
    requestTimeout: timeout,
    headersTimeout: timeout,
    connectionsCheckingInterval: 100,
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    served.add(request.socket);
    request.on('error', () => (has('dies of an aborted request') ? die() : undefined));
    const run = (): Promise<void> => handle(request, response).catch(() => undefined);
    turn = has('one request at a time') ? turn.then(run) : run();
  });
  server.on('clientError', (_error, socket: Socket) => {
    if (has('dies of garbage') || (has('dies of pipelined garbage') && served.has(socket))) return die();
    if (has('garbage left hanging')) return;
    if (has('resets bad clients')) return void socket.resetAndDestroy();
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n', () => socket.destroy());
  });

  const die = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = server.listening ? once(server, 'close') : Promise.resolve();
      die();
      await closed;
    },
  };
};

const opened = (body: string): string => {
  const outer = parsed(body, 'body');
  if (!isObject(outer) || typeof outer.ciphertext !== 'string') throw new Unreadable('body');
  try {
    return open(outer.ciphertext, secret);
  } catch (error) {
    const step = error instanceof Error ? error.message : '';
    throw new Unreadable(step === 'padding' || step === 'text' ? step : 'container');
  }
};

const parsed = (text: string, step: 'body' | 'json' = 'json'): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unreadable(step);
  }
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
