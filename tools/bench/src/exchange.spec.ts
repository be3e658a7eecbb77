import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWire, type Wire } from './exchange';

let server: Server;
let wire: Wire;

beforeEach(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/gone') return void request.socket.destroy();
      const text = `${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`;
      response.writeHead(400, { 'content-length': text.length, 'x-odd': 'yes' });
      // In two parts, so that a reply is not whole with its first bytes.
      response.write(text.slice(0, 3));
      setImmediate(() => response.end(text.slice(3)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  wire = createWire(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(async () => {
  wire.close();
  await new Promise((resolve) => server.close(resolve));
});

it('gives whole replies with their time, one after the other on one connection', async () => {
  let connections = 0;
  server.on('connection', () => (connections += 1));
  for (const text of ['one', 'another']) {
    const { head, body, ns } = await wire.post('/read', text);
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n.*x-odd: yes/s);
    expect(body).toBe(`POST /read ${text}`);
    expect(ns).toBeGreaterThan(0);
  }
  expect(connections).toBe(1);
});

it('rejects when the server hangs up instead of answering, and goes on with a new connection', async () => {
  await expect(wire.post('/gone', 'x')).rejects.toThrow();
  await expect(wire.post('/read', 'x')).resolves.toMatchObject({ body: 'POST /read x' });
});
