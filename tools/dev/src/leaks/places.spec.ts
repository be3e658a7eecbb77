import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../leaks';
import { filesUnder, pagesOf, storeOf } from './places';

let dir: string;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'countersign-places-'))));
afterEach(() => rm(dir, { recursive: true, force: true }));

async function told(places: AsyncIterable<Place> | Iterable<Place>) {
  const found: string[] = [];
  for await (const { sort, name, bytes } of places) found.push(`${sort} ${name}: ${bytes.toString()}`);
  return found.sort();
}

test('every file of a folder is a place: logs, the database with its journal, and the rest', async () => {
  await mkdir(join(dir, 'log'));
  await mkdir(join(dir, 'secrets/old'), { recursive: true });
  for (const name of ['log/edge.log', 'db', 'db-wal', 'db-shm', 'export.ndjson', 'secrets/old/salt'])
    await writeFile(join(dir, name), `of ${name}`);
  expect(await told(filesUnder(dir, `sqlite:${join(dir, 'db')}`))).toEqual([
    'file export.ndjson: of export.ndjson',
    'file secrets/old/salt: of secrets/old/salt',
    'log log/edge.log: of log/edge.log',
    'store db-shm: of db-shm',
    'store db-wal: of db-wal',
    'store db: of db',
  ]);
});

test('a database elsewhere is the files that begin with its name', async () => {
  for (const name of ['db', 'db-wal', 'another']) await writeFile(join(dir, name), `of ${name}`);
  expect(await told(storeOf(`sqlite:${join(dir, 'db')}`))).toEqual([
    'store db-wal: of db-wal',
    'store db: of db',
  ]);
});

test('the pages of a process are read whatever their status', async () => {
  const server: Server = createServer(({ url }, response) => {
    response.writeHead(url === '/metrics' ? 200 : 404).end(`at ${url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const places = await pagesOf({ name: 'edge', ports: () => ({ port, operationsPort: port }) });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(await told(places)).toEqual([
    'page edge /livez (404): at /livez',
    'page edge /metrics (200): at /metrics',
    'page edge /readyz (404): at /readyz',
    'page edge /secrets (404): at /secrets',
  ]);
});
