import { createMetrics } from './metrics';
import { startOperationsServer } from './operations-server';

async function served(ready: () => Promise<void>, pages: Record<string, () => unknown> = {}) {
  const metrics = createMetrics();
  metrics.counter('test_total', 'A counter.', ['code']).inc({ code: 'ok' });
  metrics.gauge('test_depth', 'A gauge.', () => 7);
  const server = await startOperationsServer({
    listen: { host: '127.0.0.1', port: 0 },
    metrics,
    ready,
    pages,
  });
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

it('shows pages of the process as they are at the time, and none that it was not given', async () => {
  let loads = 0;
  const failing = () => {
    throw new Error('hunter2');
  };
  const { get, close } = await served(async () => undefined, {
    '/things': () => ({ loads: (loads += 1) }),
    '/broken': failing,
  });
  expect(await get('/things')).toEqual({ status: 200, text: '{"loads":1}\n' });
  expect(await get('/things')).toEqual({ status: 200, text: '{"loads":2}\n' });
  expect(await get('/broken')).toEqual({ status: 500, text: 'failed\n' });
  for (const path of ['/thing', '/things/', '/constructor', '/toString']) {
    expect((await get(path)).status).toBe(404);
  }
  await close();
});
