import { createMetrics } from './metrics';
import { startOperationsServer } from './operations-server';

async function served(ready: () => Promise<void>) {
  const metrics = createMetrics();
  metrics.counter('test_total', 'A counter.', ['code']).inc({ code: 'ok' });
  metrics.gauge('test_depth', 'A gauge.', () => 7);
  const server = await startOperationsServer({ listen: { host: '127.0.0.1', port: 0 }, metrics, ready });
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
    return { status: response.status, text: await response.text() };
  };
  return { get, close: () => server.close() };
}

it('tells alive, ready and the metrics', async () => {
  const { get, close } = await served(async () => undefined);
  expect(await get('/livez')).toEqual({ status: 200, text: 'alive\n' });
  expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' });
  const { text } = await get('/metrics');
  expect(text).toContain('test_total{code="ok"} 1');
  expect(text).toContain('test_depth 7');
  expect((await get('/else')).status).toBe(404);
  await close();
});

it('is not ready when a dependency is not, without saying why to whoever asks', async () => {
  const { get, close } = await served(async () => {
    throw new Error('mongodb://user:hunter2@db is down');
  });
  expect(await get('/readyz')).toEqual({ status: 503, text: 'not ready\n' });
  expect((await get('/livez')).status).toBe(200);
  await close();
});
