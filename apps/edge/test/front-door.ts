import { Agent, request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { createKeyring, encrypt } from '@countersign/envelope';
import type { CallbackClient } from '@countersign/rpc';
import { createAdmission } from '../src/admission';
import { createAnswering } from '../src/answering';
import { createFailedLogins } from '../src/failed-logins';
import { createPlaces } from '../src/places';
import { createLogins } from '../src/logins';
import { createReplayShield } from '../src/replay-shield';
import { createReplies } from '../src/replies';
import { startEdgeServer } from '../src/server';
import { createSourceCheck } from '../src/source';

/**
 * A real edge server on a real port, before an engine made up by the test, with callers at as many addresses as one
 * likes: those of 192.0.2.0/24 come through a trusted proxy at 127.0.0.1, 127.0.0.2 is an allowed address of its own,
 * and whoever comes from another 127.x.x.x is a stranger.
 */
export interface FrontDoorOptions {
  readonly engine: Pick<CallbackClient, 'userVerify' | 'read'>;
  readonly now: () => number;
  readonly sourcePerSecond?: number;
  readonly subjectPerMinute?: number;
  readonly freeFailures?: number;
  readonly maxLogins?: number;
  readonly maxInFlight?: number;
  readonly maxForeignConnections?: number;
}

export interface Answered {
  readonly status: number;
  readonly message: string;
  readonly bytes: number;
}

export interface FrontDoor {
  readonly post: (source: string, path: string, body: string) => Promise<Answered>;
  readonly ask: (source: string, path: string, payload: object) => Promise<Answered>;
  /** A bare connection from a real address of this machine, open or refused. */
  readonly dial: (address: string) => Promise<Socket>;
  /** Connections that were cut at once. */
  readonly cut: () => number;
  readonly inFlight: () => number;
  readonly close: () => Promise<void>;
}

const SECRET = 'the secret of the test';
const MANY = 1_000_000;

export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const { engine, now, sourcePerSecond = MANY, subjectPerMinute = MANY } = options;
  const { freeFailures = 10, maxLogins = 64, maxInFlight = 1_024, maxForeignConnections = 64 } = options;
  let cut = 0;
  let ids = 0;
  const ignore = (): void => undefined;
  const replies = createReplies({ refusalStatus: 200 });
  const answering = createAnswering({
    keyring: createKeyring({ current: SECRET, now }),
    engine: {
      ...engine,
      machineVerify: async () => ({ key: 'k' }),
      update: async () => ({ duplicate: false, outcome: 'recorded' }),
      ready: () => true,
      waitForReady: async () => undefined,
      close: ignore,
    },
    replies,
    admission: createAdmission({ sourcePerSecond, subjectPerMinute }),
    shield: createReplayShield({ windowMs: 1_000, rememberMs: 2_000, maxRemembered: 1_000, now }),
    logins: createLogins({
      failedLogins: createFailedLogins({ free: freeFailures, lockMs: 900_000, now }),
      places: createPlaces({ max: maxLogins }),
      locked: ignore,
    }),
    countReplay: ignore,
    log: { info: ignore, warn: ignore, error: ignore },
    now: Date.now,
    newId: () => `id-${(ids += 1)}`,
    bodyLimit: 64 * 1024,
    budgetMs: 30_000,
    maxInFlight,
    observe: ignore,
  });
  const server = await startEdgeServer({
    listen: { host: '127.0.0.1', port: 0 },
    source: createSourceCheck(['192.0.2.0/24', '127.0.0.2'], ['127.0.0.1']),
    maxForeignConnections,
    maxConnectionsPerAddress: Math.ceil(maxInFlight / 2),
    refusedConnection: () => void (cut += 1),
    turnedAway: ignore,
    answering,
    replies,
  });
  const agents = new Map<string, Agent>();
  const sockets: Socket[] = [];

  const post: FrontDoor['post'] = (source, path, body) =>
    new Promise((resolve, reject) => {
      const agent = agents.get(source) ?? new Agent({ keepAlive: true, maxSockets: 64 });
      agents.set(source, agent);
      const headers = { 'x-forwarded-for': source };
      const to = { host: '127.0.0.1', port: server.port, path, method: 'POST', agent, headers };
      const sent = httpRequest(to, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const { message } = JSON.parse(text) as { message: string };
          resolve({ status: response.statusCode ?? 0, message, bytes: text.length });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    post,
    ask: (source, path, payload) =>
      post(source, path, JSON.stringify({ ciphertext: encrypt(JSON.stringify(payload), SECRET) })),
    dial: (address) =>
      new Promise((resolve) => {
        const socket = connect({ host: '127.0.0.1', port: server.port, localAddress: address });
        sockets.push(socket);
        socket.on('error', ignore);
        socket.once('connect', () => resolve(socket));
      }),
    cut: () => cut,
    inFlight: answering.inFlight,
    async close() {
      agents.forEach((agent) => agent.destroy());
      sockets.forEach((socket) => socket.destroy());
      await server.drain();
    },
  };
}
