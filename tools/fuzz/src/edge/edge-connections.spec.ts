/** A server that answers as no edge should: whatever it does, it is told, and in time. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createEdgeConnections, type EdgeConnections } from './edge-connections';

const sound = 'HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\n{}';
let server: Server;
let answer: (socket: Socket, asked: number) => void;
let connections: EdgeConnections;
let opened = 0;
const accepted: Socket[] = [];

beforeEach(async () => {
  opened = 0;
  server = createServer({ allowHalfOpen: true }, (socket) => {
    opened += 1;
    accepted.push(socket);
    let asked = 0;
    socket.on('error', () => undefined);
    socket.on('data', () => answer(socket, (asked += 1)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  connections = createEdgeConnections({ port: () => port, limitMs: 300 });
});
afterEach(async () => {
  connections.close();
  for (const socket of accepted.splice(0)) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

const ask = (bodiless = false) => connections.ask(Buffer.from('request'), bodiless);

test('a connection is used again', async () => {
  answer = (socket) => socket.write(sound);
  for (let n = 0; n < 3; n += 1) expect(await ask()).toMatchObject({ status: 404, body: '{}' });
  expect(opened).toBe(1);
});

test('a connection that was closed while idle is no find', async () => {
  answer = (socket, asked) => (asked === 1 ? socket.write(sound) : socket.destroy());
  await ask();
  expect(await ask()).toMatchObject({ status: 404 });
  expect(opened).toBe(2);
});

test('an interim reply is passed over, and one without a body is whole', async () => {
  answer = (socket) => socket.write(`HTTP/1.1 100 Continue\r\n\r\n${sound.slice(0, -2)}`);
  expect(await ask(true)).toMatchObject({ status: 404, body: '' });
});

test.each<[string, (socket: Socket) => void, RegExp]>([
  ['says nothing', () => undefined, /^no reply within 300 ms$/],
  ['stops in the middle', (socket) => socket.write(sound.slice(0, -1)), /^no reply within/],
  ['hangs up', (socket) => socket.destroy(), /without a reply$/],
  ['hangs up in the middle', (socket) => socket.end(sound.slice(0, -1)), /within a reply$/],
  ['answers twice', (socket) => socket.write(sound + sound), /^more than one reply/],
  ['answers no HTTP', (socket) => socket.write('hello\r\n\r\n'), /^a reply without a status line$/],
])('a server that %s is told', async (_, misbehave, problem) => {
  answer = misbehave;
  expect(await ask()).toMatchObject({ problem: expect.stringMatching(problem) as string });
});

test('bare bytes get all that comes until the end, and an end that does not come is told', async () => {
  answer = (socket) => socket.end(sound + sound);
  expect(await connections.throwAt(Buffer.from('x'))).toEqual(Buffer.from(sound + sound));
  answer = (socket) => socket.write(sound);
  expect(await connections.throwAt(Buffer.from('x'))).toEqual({ problem: 'not closed within 300 ms' });
});

test('a port where nobody listens is told', async () => {
  const nobody = createEdgeConnections({ port: () => 1, limitMs: 300 });
  expect(await nobody.ask(Buffer.from('x'), false)).toEqual({ problem: 'the edge takes no connection' });
  expect(await nobody.throwAt(Buffer.from('x'))).toEqual({ problem: 'the edge takes no connection' });
});
