/**
 * The network, as far down as a conformance check needs it: whole requests over a keep-alive agent, and bare sockets
 * for clients that do not behave. Any answered request resolves, whatever its status; what could not be answered
 * rejects with a TransportError that says why.
 */
import { Agent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Agent as TlsAgent, request as httpsRequest } from 'node:https';
import { connect as tcpConnect, isIP, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { reasonOf } from './reason';

export interface TlsFiles {
  /** PEM text of the authorities to trust instead of the system's. */
  readonly ca?: string;
  /** PEM text of a client certificate and its key. */
  readonly cert?: string;
  readonly key?: string;
}

export interface ConnectionOptions extends TlsFiles {
  /** Where the four endpoints are, with any path prefix. */
  readonly url: string;
  /** Milliseconds until an unanswered request is given up. */
  readonly timeoutMs: number;
}

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  /** Send the body without announcing its length. */
  readonly chunked?: boolean;
  /** On a connection of its own, for requests after which a server may rightly hang up. */
  readonly alone?: boolean;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly ms: number;
}

export interface Connection {
  /** Rejects with a TransportError. */
  request(input: HttpRequest): Promise<HttpReply>;
  /** A connected socket, after the TLS handshake if there is one. The caller destroys it. */
  open(): Promise<Socket>;
  /** The path the server sees, and the Host header, for requests written by hand. */
  pathOf(path: string): string;
  readonly host: string;
  close(): void;
}

/** `unreachable`: no connection. `closed`: hung up without an answer. `timeout`: no answer in time. */
export type TransportProblem = 'unreachable' | 'closed' | 'timeout';

export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    readonly problem: TransportProblem,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

const longestReply = 4 * 1024 * 1024;

export const createConnection = (options: ConnectionOptions): Connection => {
  const url = new URL(options.url);
  const secure = url.protocol === 'https:';
  const tls = pick(options);
  const agentOptions = { keepAlive: true, maxSockets: 128 };
  const agent = secure ? new TlsAgent({ ...agentOptions, ...tls }) : new Agent(agentOptions);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const serverName = isIP(hostname) === 0 ? { servername: hostname } : {};
  const port = Number(url.port === '' ? (secure ? 443 : 80) : url.port);
  const pathOf = (path: string): string => `${url.pathname.replace(/\/$/, '')}/${path}`;

  const once = (input: HttpRequest): Promise<HttpReply> =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const length = input.body === undefined ? 0 : Buffer.byteLength(input.body);
      const headers = {
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(input.chunked === true ? { 'transfer-encoding': 'chunked' } : { 'content-length': length }),
      };
      const send = secure ? httpsRequest : httpRequest;
      const outgoing = send({
        ...(secure ? tls : {}),
        hostname,
        port,
        method: input.method,
        path: pathOf(input.path),
        headers,
        agent: input.alone === true ? false : agent,
      });
      const giveUp = (error: TransportError): void => {
        clearTimeout(timer);
        outgoing.destroy();
        reject(error);
      };
      const timer = setTimeout(
        () => giveUp(new TransportError('timeout', `no answer within ${options.timeoutMs} ms`)),
        options.timeoutMs,
      );
      outgoing.on('error', (error) => giveUp(explain(error, options.url, outgoing.reusedSocket)));
      outgoing.on('response', (incoming) => {
        collect(incoming).then(
          (body) => {
            clearTimeout(timer);
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body,
              ms: performance.now() - started,
            });
            if (input.alone === true) outgoing.destroy();
          },
          (error: unknown) => giveUp(explain(error, options.url, false)),
        );
      });
      outgoing.end(input.body);
    });

  return {
    host: url.host,
    pathOf,
    async request(input) {
      try {
        return await once(input);
      } catch (error) {
        // A kept-alive connection may be closed by the server just as it is used again: no answer was ever begun,
        // and every HTTP client repeats the request on a new connection.
        if (error instanceof StaleConnection) return once({ ...input, alone: true });
        throw error;
      }
    },
    open: () =>
      new Promise((resolve, reject) => {
        const socket: Socket = secure
          ? tlsConnect({ ...tls, ...serverName, host: hostname, port }, () => settle())
          : tcpConnect({ host: hostname, port }, () => settle());
        const refuse = (error: Error): void => {
          clearTimeout(timer);
          socket.destroy();
          reject(error instanceof TransportError ? error : explain(error, options.url, false));
        };
        const timer = setTimeout(
          () => refuse(new TransportError('timeout', `no connection within ${options.timeoutMs} ms`)),
          options.timeoutMs,
        );
        const settle = (): void => {
          clearTimeout(timer);
          socket.off('error', refuse);
          resolve(socket);
        };
        socket.once('error', refuse);
      }),
    close: () => agent.destroy(),
  };
};

class StaleConnection extends TransportError {}

const pick = ({ ca, cert, key }: TlsFiles): TlsFiles => ({
  ...(ca === undefined ? {} : { ca }),
  ...(cert === undefined ? {} : { cert }),
  ...(key === undefined ? {} : { key }),
});

const collect = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestReply) throw new Error(`the reply is longer than ${longestReply} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_|ERR_SSL)/;

const explain = (error: unknown, url: string, reused: boolean): TransportError => {
  const { code, message } = reasonOf(error);
  const text = message === '' ? code : message;
  if (neverConnected.test(code))
    return new TransportError('unreachable', `cannot reach ${url}: ${text}`, error);
  const ended = `the connection ended before an answer: ${text}`;
  return reused && (code === 'ECONNRESET' || code === 'EPIPE')
    ? new StaleConnection('closed', ended, error)
    : new TransportError('closed', ended, error);
};
