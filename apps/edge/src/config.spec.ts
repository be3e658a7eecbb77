import { ConfigError, readConfig } from '@countersign/runtime';
import { edgeConfig } from './config';

const required = {
  EDGE_ENGINE: 'localhost:7100',
  EDGE_ENGINE_CERT: 'a',
  EDGE_ENGINE_KEY: 'b',
  EDGE_ENGINE_CA: 'c',
  EDGE_SECRET: 'env:SECRET',
};
const mistakes = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(edgeConfig, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
};

it('needs little in development', () => {
  expect(mistakes({ ...required, NODE_ENV: 'development' })).toEqual([]);
});

it('needs an allow-list and TLS, or a proxy that ends it, everywhere else', () => {
  expect(mistakes(required).map((m) => m.split(':')[0])).toEqual(['EDGE_ALLOW', 'EDGE_TLS_CERT']);
  expect(mistakes({ ...required, EDGE_ALLOW: '192.0.2.0/24', EDGE_TRUSTED_PROXIES: '10.0.0.1' })).toEqual([]);
});

it('lists every mistake at once and repeats no value', () => {
  const found = mistakes({
    ...required,
    EDGE_SECRET: 'hunter2',
    EDGE_ALLOW: 'hunter2',
    EDGE_LISTN: 'x',
    EDGE_BUDGET_MS: '0',
  });
  expect(found.map((m) => m.split(':')[0]).sort()).toEqual([
    'EDGE_ALLOW',
    'EDGE_BUDGET_MS',
    'EDGE_LISTN',
    'EDGE_SECRET',
  ]);
  expect(found.join()).not.toContain('hunter2');
});

it('wants what belongs together together', () => {
  const odd = { EDGE_SECRET_PREVIOUS: 'env:OLD', EDGE_TLS_KEY: 'k', EDGE_TLS_CLIENT_CA: 'ca' };
  expect(mistakes({ ...required, ...odd, NODE_ENV: 'development' })).toHaveLength(3);
});
