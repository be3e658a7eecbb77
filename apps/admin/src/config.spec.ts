import { ConfigError, readConfig } from '@countersign/runtime';
import { adminConfig } from './config';

const engine = {
  ADMIN_ENGINE: 'localhost:7100',
  ADMIN_ENGINE_CERT: 'a',
  ADMIN_ENGINE_KEY: 'b',
  ADMIN_ENGINE_CA: 'c',
};
const issuer = { ADMIN_ISSUER: 'https://issuer.test', ADMIN_AUDIENCE: 'admin', ADMIN_JWKS: '/keys.json' };
const tls = { ADMIN_TLS_CERT: 'd', ADMIN_TLS_KEY: 'e', ADMIN_TLS_CLIENT_CA: 'f' };
const development = { NODE_ENV: 'development' };

const mistakes = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(adminConfig, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
};
const named = (environment: Record<string, string>) =>
  mistakes(environment).map((line) => line.split(':')[0]);

it('needs an engine and a way to know its callers', () => {
  expect(mistakes({ ...engine, ...issuer, ...development })).toEqual([]);
  expect(named({ ...engine, ...development })).toEqual(['ADMIN_JWKS']);
  expect(mistakes({ ...engine, ...tls, ADMIN_MTLS_SCOPES: '/scopes.json', ...development })).toEqual([]);
  expect(named({ ...engine, ADMIN_MTLS_SCOPES: '/scopes.json', ...development })).toEqual([
    'ADMIN_MTLS_SCOPES',
  ]);
});

it('needs TLS with certificates of its callers everywhere but in development', () => {
  expect(named({ ...engine, ...issuer })).toEqual(['ADMIN_TLS_CERT', 'ADMIN_TLS_CLIENT_CA']);
  expect(mistakes({ ...engine, ...issuer, ...tls })).toEqual([]);
});

it.each([
  [{ ADMIN_ISSUER: '' }, 'ADMIN_ISSUER, ADMIN_AUDIENCE, ADMIN_JWKS'],
  [{ ADMIN_JWKS: 'http://issuer.test/keys' }, 'ADMIN_JWKS'],
  [{ ADMIN_JWKS: 'ftp://issuer.test/keys' }, 'ADMIN_JWKS'],
  [{ ADMIN_TLS_KEY: '' }, 'ADMIN_TLS_CERT, ADMIN_TLS_KEY'],
  [{ ADMIN_TLS_CLIENTS: 'perhaps' }, 'ADMIN_TLS_CLIENTS'],
  [{ ADMIN_TOKEN_MAX_AGE_MS: '86400001' }, 'ADMIN_TOKEN_MAX_AGE_MS'],
  [{ ADMIN_WEBHOOK_NETWORKS: '10.0.0.0/33' }, 'ADMIN_WEBHOOK_NETWORKS'],
  [{ ADMIN_MAX_STREAM: '5' }, 'ADMIN_MAX_STREAM'],
])('%j is a mistake', (change, name) => {
  expect(named({ ...engine, ...issuer, ...tls, ...change })).toEqual([name]);
});

it('asks an issuer without TLS in development alone', () => {
  const url = { ADMIN_JWKS: 'http://localhost:1/keys' };
  expect(mistakes({ ...engine, ...issuer, ...url, ...development })).toEqual([]);
});

it('lists every mistake at once and repeats no value', () => {
  const found = mistakes({ ADMIN_LISTEN: 'hunter2', ADMIN_BUDGET_MS: 'hunter2', ADMIN_ENGINE: 'hunter2' });
  expect(found.length).toBeGreaterThanOrEqual(6);
  expect(found.join()).not.toContain('hunter2');
});
