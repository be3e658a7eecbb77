import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProcessWatch, type ProcessWatch } from './process-watch';

let dir: string;
let logFile: string;
let server: Server;
let watch: ProcessWatch;
let ready = 200;
let metrics = '';
const ends: string[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-fuzz-watch-'));
  logFile = join(dir, 'engine.log');
  writeFileSync(logFile, '{"level":"info","msg":"serving"}\n');
  ready = 200;
  metrics = 'process_resident_memory_bytes 1000\n';
  server = createServer((request, response) => {
    response.statusCode = request.url === '/readyz' ? ready : 200;
    response.end(request.url === '/metrics' ? metrics : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  watch = createProcessWatch({
    name: 'engine',
    logFile,
    operationsPort: () => port,
    ends: () => ends.splice(0),
    maxBytes: 2 ** 20,
  });
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
  rmSync(dir, { recursive: true, force: true });
});

test('a process that is well is nothing to tell', async () => {
  appendFileSync(logFile, '{"level":"warn","msg":"call refused"}\n{"level":"info","msg":"answered"}\n');
  expect(await watch.look()).toEqual([]);
  expect(watch.peak()).toBe(1000);
});

test('an error in the log is told once, with the request it is about', async () => {
  appendFileSync(
    logFile,
    '{"level":"error","requestId":"r-1","err":{"message":"boom"},"msg":"a bug"}\n{"level":"er',
  );
  expect(await watch.look()).toEqual([{ problem: 'engine: logged "a bug": boom', requestId: 'r-1' }]);
  appendFileSync(logFile, 'ror","msg":"another"}\n');
  expect(await watch.look()).toEqual([{ problem: 'engine: logged "another"' }]);
  expect(await watch.look()).toEqual([]);
});

test('the last words of a process are told', async () => {
  appendFileSync(logFile, 'TypeError: x is not a function\n    at somewhere\n');
  expect(await watch.look()).toEqual([{ problem: 'engine: wrote TypeError: x is not a function' }]);
});

test('an end, a call that ended as internal, too much memory and not being ready are told', async () => {
  ends.push('engine ended (SIGSEGV); starting it again');
  ready = 503;
  metrics =
    'process_resident_memory_bytes 2e6\n' +
    'engine_call_seconds_count{method="Admin.GetUser",code="internal",peer="admin"} 1\n' +
    'engine_call_seconds_count{method="Admin.GetUser",code="ok",peer="admin"} 5\n';
  expect((await watch.look()).map(({ problem }) => problem)).toEqual([
    'engine ended (SIGSEGV); starting it again',
    'engine is not ready',
    'engine counted a call that ended as internal',
    'engine holds more than 1 MiB',
  ]);
  ready = 200;
  expect(await watch.look()).toEqual([]);
});

test('silence is told', async () => {
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
  expect(await watch.look()).toEqual([{ problem: 'engine does not answer at its operations port' }]);
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
