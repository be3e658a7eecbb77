/** Clients that are slow, leave in the middle, or do not speak HTTP at all: none may hold up or end the service. */
import { randomFillSync } from 'node:crypto';
import { sealText } from '../envelope';
import { demandAlive } from './alive';
import { dribble, type Dribbler, openBadClient, requestHead, sendBytes } from './bad-client';
import { check, type Bench, type Check } from './check';
import { demand } from './demand';
import { many } from './many';

const patienceMs = 5000;

export const socketChecks: readonly Check[] = [
  check({
    name: 'socket/slow-clients-delay-nobody',
    proves: 'while 20 clients dribble their requests, others are answered within two seconds',
    run: (bench) =>
      withDribblers(bench, Array<string>(20).fill(`${requestHead(bench, 'read', 100_000)}{"`), async () => {
        let slowest = 0;
        for (let call = 0; call < 10; call += 1) {
          const started = performance.now();
          await demandAlive(bench, 'slow clients came');
          slowest = Math.max(slowest, performance.now() - started);
        }
        demand(slowest < 2000, `a call took ${Math.round(slowest)} ms`);
        return `10 calls, the slowest ${Math.round(slowest)} ms`;
      }),
  }),
  check({
    name: 'socket/slow-client-ended',
    proves: 'a client that dribbles its head or its body is ended by the server in the time allowed',
    run(bench) {
      const head = requestHead(bench, 'read', 100_000);
      return withDribblers(bench, [`${head.slice(0, -2)}X-Slow: `, `${head}{"`], async (slow) => {
        const timer = setTimeout(() => slow.forEach((client) => client.stop()), bench.slowLimitMs);
        const [inHead, inBody] = await Promise.all(slow.map((client) => client.ended));
        clearTimeout(timer);
        const limit = `within ${bench.slowLimitMs / 1000} s`;
        demand(inHead !== undefined, `a client that dribbles its head is not ended ${limit}`);
        demand(inBody !== undefined, `a client that dribbles its body is not ended ${limit}`);
        return `head after ${(inHead / 1000).toFixed(1)} s, body after ${(inBody / 1000).toFixed(1)} s`;
      });
    },
  }),
  check({
    name: 'socket/aborted',
    proves: 'clients that leave in the middle of a request, or before its answer, do not disturb the server',
    async run(bench) {
      const text = JSON.stringify({ machine_id: 'm', x: 'x' });
      const body = JSON.stringify({ ciphertext: sealText(text, bench.secret) });
      const request = requestHead(bench, 'machine_verify', Buffer.byteLength(body)) + body;
      await many(
        60,
        async (index) => {
          const socket = await openBadClient(bench);
          const sent =
            index % 3 === 0 ? request : request.slice(0, Math.floor((request.length * (index + 1)) / 61));
          await new Promise((resolve) => socket.write(sent, resolve));
          if (index % 2 === 0) socket.destroy();
          else socket.end(() => socket.destroy());
        },
        20,
      );
      await demandAlive(bench, 'aborted requests');
      return '60 clients left';
    },
  }),
  check({
    name: 'socket/garbage',
    proves: 'bytes that are not HTTP are answered 4xx or hung up on, and the server lives on',
    async run(bench) {
      for (const [what, bytes] of garbage(bench)) {
        const reception = await sendBytes(bench, bytes, patienceMs);
        demand(
          reception !== 'left open',
          `${what}: neither answered nor closed within ${patienceMs / 1000} s`,
        );
        demand(
          reception === 'closed' || (reception.status >= 400 && reception.status < 500),
          `${what}: HTTP ${reception === 'closed' ? '' : reception.status}`,
        );
        await demandAlive(bench, what);
      }
      return `${garbage(bench).size} kinds`;
    },
  }),
  check({
    name: 'socket/pipelined-garbage',
    proves: 'garbage pipelined after a valid request ends that connection only',
    async run(bench) {
      const body = JSON.stringify({ ciphertext: sealText('{"machine_id":"m","x":"x"}', bench.secret) });
      const request = requestHead(bench, 'machine_verify', Buffer.byteLength(body)) + body;
      const bytes = Buffer.concat([Buffer.from(request), Buffer.from([0, 1, 2, 255, 13, 10, 13, 10])]);
      const receptions = await many(10, () => sendBytes(bench, bytes, patienceMs));
      for (const reception of receptions) {
        demand(reception !== 'left open', 'neither answered nor closed');
        demand(reception === 'closed' || reception.status < 500, 'answered with a 5xx');
      }
      await demandAlive(bench, 'pipelined garbage');
      return '10 connections';
    },
  }),
];

// One after the other, and stopped whatever happens: a client left behind would keep the kit from ending.
const withDribblers = async (
  bench: Bench,
  openings: readonly string[],
  use: (slow: readonly Dribbler[]) => Promise<string>,
): Promise<string> => {
  const slow: Dribbler[] = [];
  try {
    for (const opening of openings) slow.push(await dribble(bench, opening, 'x'));
    return await use(slow);
  } finally {
    for (const client of slow) client.stop();
  }
};

const garbage = (bench: Bench): ReadonlyMap<string, Buffer> => {
  const { host } = bench.connection;
  const noise = randomFillSync(Buffer.alloc(4096));
  noise[0] = 0;
  return new Map([
    ['random bytes', noise],
    ['a TLS greeting', Buffer.from('16030100ff010000fb0303', 'hex')],
    ['an unknown method', Buffer.from(`BREW /read HTTP/1.1\r\nHost: ${host}\r\n\r\n`)],
    ['an unknown version', Buffer.from(`POST /read HTTP/9.9\r\nHost: ${host}\r\n\r\n`)],
    [
      'a control character in a header',
      Buffer.from(`POST /read HTTP/1.1\r\nHost: ${host}\r\nX: \u0000\r\n\r\n`),
    ],
    [
      'headers of 100 KB',
      Buffer.from(`POST /read HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(102_400)}\r\n\r\n`),
    ],
    [
      'two lengths at once',
      Buffer.from(
        `POST /read HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      ),
    ],
    [
      'a chunk without a size',
      Buffer.from(`POST /read HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`),
    ],
  ]);
};
