/**
 * The HTTP around the envelope. Statuses are not documented (protocols.md §1.2), so only their class is judged; but
 * every reply must prove where it came from, and so carry an encrypted `{}`, even to a wrong method or path.
 */
import { TransportError } from '../connection';
import { sealText } from '../envelope';
import { endpoints, readReply, type Exchange } from '../wallet';
import { demandAlive } from './alive';
import { check, type Bench, type Check } from './check';
import { demand, demandRefusal } from './demand';
import { notification } from './notification';

const tenMegabytes = 10 * 1024 * 1024;
const soonMs = 2000;

export const httpChecks: readonly Check[] = [
  check({
    name: 'http/oversized',
    proves:
      'a body of 10 MB is refused with 4xx or hung up on, though it would otherwise be valid; the server lives on',
    run: (bench) => oversized(bench, false),
  }),
  check({
    name: 'http/oversized-chunked',
    proves: 'the same without an announced length',
    run: (bench) => oversized(bench, true),
  }),
  check({
    name: 'http/methods',
    proves: 'GET, PUT, PATCH and DELETE are refused with 4xx and an encrypted {}',
    async run(bench) {
      const methods = ['GET', 'PUT', 'PATCH', 'DELETE'];
      const ciphertext = sealText(JSON.stringify(notification(bench.unique('update'), 'u')), bench.secret);
      for (const endpoint of endpoints) {
        for (const method of methods) {
          const body = method === 'GET' ? '' : JSON.stringify({ ciphertext });
          demandClientError(await bench.wallet.raw(endpoint, body, method), `${method} /${endpoint}`);
        }
      }
      return `${methods.join(', ')} on ${endpoints.length} endpoints`;
    },
  }),
  check({
    name: 'http/unknown-path',
    proves: 'paths beside the four endpoints are refused with 4xx and an encrypted {}',
    async run(bench) {
      const ciphertext = sealText('{}', bench.secret);
      const paths = [
        '',
        'writes',
        'readx',
        'read/more',
        'user_verify.json',
        '__proto__',
        '..%2fread',
        'read%00',
        '%ff',
      ];
      for (const path of paths) {
        demandClientError(await bench.wallet.raw(path, JSON.stringify({ ciphertext })), `/${path}`);
      }
      return `${paths.length} paths`;
    },
  }),
  check({
    name: 'http/in-time',
    proves: 'each ordinary call is answered within two seconds',
    needs: ['user', 'machine', 'permit'],
    async run(bench, { user, machine, permit }) {
      const x = bench.unique('x');
      const replies: readonly (readonly [string, Exchange])[] = [
        ['user_verify', await bench.wallet.userVerify({ ...user, x })],
        ['machine_verify', await bench.wallet.machineVerify({ machineId: machine.id, x })],
        ['read', await bench.wallet.read(permit)],
        ['update', await bench.wallet.update(notification(bench.unique('update'), user.uid))],
      ];
      for (const [endpoint, { ms }] of replies) {
        demand(ms < soonMs, `${endpoint} took ${Math.round(ms)} ms`);
      }
      return replies.map(([endpoint, { ms }]) => `${endpoint} ${Math.round(ms)} ms`).join(', ');
    },
  }),
];

const demandClientError = (exchange: Exchange, what: string): void => {
  demand(exchange.status >= 400 && exchange.status < 500, `${what}: HTTP ${exchange.status}`);
  demandRefusal(exchange, what);
};

// White space after a valid request: only a limit on the body's size can refuse it.
const oversized = async (bench: Bench, chunked: boolean): Promise<string> => {
  const ciphertext = sealText(JSON.stringify(notification(bench.unique('update'), 'u')), bench.secret);
  const body = JSON.stringify({ ciphertext }) + ' '.repeat(tenMegabytes);
  const sent = { method: 'POST', path: 'update', body, chunked, alone: true };
  let seen = 'hung up on';
  try {
    const reply = await bench.connection.request(sent);
    demandClientError(
      readReply(reply, bench.secret, { plaintext: undefined, ciphertext }),
      'a body of 10 MB',
    );
    seen = `HTTP ${reply.status}`;
  } catch (error) {
    if (!(error instanceof TransportError && error.problem === 'closed')) throw error;
  }
  await demandAlive(bench, 'a body of 10 MB');
  return seen;
};
