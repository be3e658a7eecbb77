import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { guardConnections, type Peer } from './connections';

const peers: Record<string, Peer> = {
  '192.0.2.1': 'allowed',
  '192.0.2.2': 'allowed',
  '10.0.0.1': 'proxy',
  '2001:db8::1': 'allowed',
  '2001:db8::2': 'allowed',
};

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

function guarded(server: Server = createServer()) {
  const cut: Peer[] = [];
  guardConnections(server, {
    peerOf: (address) => peers[address] ?? 'foreign',
    maxForeign: 2,
    maxPerAddress: 3,
    cut: (peer) => void cut.push(peer),
  });
  /** A connection from there, as the server is told of it; undefined when it was cut. */
  function from(address: string): Socket | undefined {
    const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: address });
    server.emit('connection', socket);
    return socket.destroyed ? undefined : socket;
  }
  const kept = (address: string, count: number): boolean[] =>
    Array.from({ length: count }, () => from(address) !== undefined);
  return { server, from, kept, cut };
}

it('gives all strangers together a few connections, and takes none from the others', () => {
  const { kept, cut } = guarded();
  expect([...kept('198.51.100.1', 1), ...kept('198.51.100.2', 1), ...kept('198.51.100.3', 1)]).toEqual([
    ...[true, true, false],
  ]);
  expect(cut).toEqual(['foreign']);
  expect(kept('192.0.2.1', 3)).toEqual([true, true, true]);
});

it('gives one caller no more than its share, and another his, and a proxy what it needs', () => {
  const { kept, cut } = guarded();
  expect(kept('192.0.2.1', 4)).toEqual([true, true, true, false]);
  expect(cut).toEqual(['allowed']);
  expect(kept('192.0.2.2', 3)).toEqual([true, true, true]);
  expect([...kept('2001:db8::1', 2), ...kept('2001:db8::2', 2)]).toEqual([true, true, true, false]);
  expect(kept('10.0.0.1', 20)).toEqual(Array(20).fill(true));
});

it('gives a place to the next when a connection has ended, once', async () => {
  const { from, kept } = guarded();
  const [first] = [from('198.51.100.1'), from('198.51.100.1')];
  first?.destroy();
  await once(first as Socket, 'close');
  expect(kept('198.51.100.1', 2)).toEqual([true, false]);
});

it('cuts a connection that is gone before it could be asked where it is from', () => {
  const { server, kept } = guarded();
  const socket = new Socket();
  server.emit('connection', socket);
  expect(socket.destroyed).toBe(true);
  expect(kept('198.51.100.1', 2)).toEqual([true, true]);
});

it.each([
  ['http', () => createHttpServer()],
  ['https, before a handshake', () => createHttpsServer({})],
])('cuts real connections, over %s, and lets others in when they have gone', async (_, create) => {
  const { server, cut } = guarded(create());
  closing.push(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const dial = async (): Promise<Socket> => {
    const accepted = once(server, 'connection');
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    closing.push(() => socket.destroy());
    await accepted;
    return socket;
  };
  const kept = [await dial(), await dial()];
  const third = await dial();
  await once(third, 'close');
  expect([cut, kept.map(({ destroyed }) => destroyed)]).toEqual([['foreign'], [false, false]]);
  kept[0]?.destroy();
  const open = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  while ((await open()) > 1) await new Promise(setImmediate);
  kept.push(await dial());
  expect(await open()).toBe(2);
  expect(cut).toEqual(['foreign']);
});
