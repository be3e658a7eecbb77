import { hostPort, integer, list, listenAddress, logLevels, type ConfigSpec } from '@countersign/runtime';
import { z } from 'zod';
import { isNetwork } from './events/public-address';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const path = z.string().min(1);
const engines = list.refine(
  (items) => items.length > 0 && items.every((item) => hostPort.safeParse(item).success),
  'must be host:port, several separated by commas',
);

const shape = {
  /** Where internal services and operators connect. */
  ADMIN_LISTEN: listenAddress.default({ host: '127.0.0.1', port: 7200 }),
  /** Where /livez, /readyz and /metrics listen. */
  ADMIN_OPERATIONS_LISTEN: listenAddress.default({ host: '127.0.0.1', port: 7201 }),
  /** The engines, `host:port`, several separated by commas. */
  ADMIN_ENGINE: engines,
  /** mTLS towards the engine: this process's certificate and key, and the engine's CA. PEM files. */
  ADMIN_ENGINE_CERT: path,
  ADMIN_ENGINE_KEY: path,
  ADMIN_ENGINE_CA: path,
  /** TLS towards the callers, and the CA of their certificates. PEM files. */
  ADMIN_TLS_CERT: path.optional(),
  ADMIN_TLS_KEY: path.optional(),
  ADMIN_TLS_CLIENT_CA: path.optional(),
  /** How often the files of certificates are looked at for a change, ms. */
  ADMIN_RELOAD_MS: integer(100, HOUR_MS).default(1_000),
  /** Whether a caller without a certificate gets as far as showing its token. */
  ADMIN_TLS_CLIENTS: z.enum(['required', 'optional'], 'must be required or optional').default('required'),
  /** Who issues tokens, and the audience they must be for. */
  ADMIN_ISSUER: z.string().min(1).optional(),
  ADMIN_AUDIENCE: z.string().min(1).optional(),
  /** The issuer's public keys: a file, or an https URL. */
  ADMIN_JWKS: path.optional(),
  /** A URL is asked again for a key id that is not known, at most this often, ms. */
  ADMIN_JWKS_COOLDOWN_MS: integer(0, HOUR_MS).default(30_000),
  /** Between a token's issue and its expiry, ms. */
  ADMIN_TOKEN_MAX_AGE_MS: integer(MINUTE_MS, 24 * HOUR_MS).default(HOUR_MS),
  /** A JSON file: the scopes of services that show a certificate and no token. */
  ADMIN_MTLS_SCOPES: path.optional(),
  /** Bytes of a request body. */
  ADMIN_BODY_LIMIT: integer(1024, 64 * 1024 * 1024).default(4 * 1024 * 1024),
  /** Calls in one HTTP request. */
  ADMIN_MAX_BATCH: integer(1, 1_000).default(20),
  /** Time for one call, and for one that handles many items, ms; less than a silent connection is kept (server.ts). */
  ADMIN_BUDGET_MS: integer(50, MINUTE_MS).default(5_000),
  ADMIN_BULK_BUDGET_MS: integer(50, 100_000).default(MINUTE_MS),
  /** Streams of events open at once. */
  ADMIN_MAX_STREAMS: integer(1, 10_000).default(100),
  /** A JSON file: who is told of events by webhook. */
  ADMIN_WEBHOOKS: path.optional(),
  /** Networks that are not public and that webhooks may reach all the same, CIDR, separated by commas. */
  ADMIN_WEBHOOK_NETWORKS: list
    .refine((items) => items.every(isNetwork), 'must be CIDR ranges, separated by commas')
    .default([]),
  ADMIN_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
};

export const adminConfig: ConfigSpec<typeof shape> = {
  prefix: 'ADMIN_',
  shape,
  check: (config, { development }) => {
    const mistakes: string[] = [];
    const together = (...names: (keyof typeof config)[]) => {
      const absent = names.filter((name) => config[name] === undefined);
      if (absent.length > 0 && absent.length < names.length) {
        mistakes.push(`${names.join(', ')}: belong together`);
      }
    };
    together('ADMIN_TLS_CERT', 'ADMIN_TLS_KEY');
    together('ADMIN_ISSUER', 'ADMIN_AUDIENCE', 'ADMIN_JWKS');
    if (config.ADMIN_TLS_CLIENT_CA !== undefined && config.ADMIN_TLS_CERT === undefined) {
      mistakes.push('ADMIN_TLS_CLIENT_CA: needs ADMIN_TLS_CERT');
    }
    if (config.ADMIN_MTLS_SCOPES !== undefined && config.ADMIN_TLS_CLIENT_CA === undefined) {
      mistakes.push('ADMIN_MTLS_SCOPES: needs ADMIN_TLS_CLIENT_CA');
    }
    if (config.ADMIN_JWKS === undefined && config.ADMIN_MTLS_SCOPES === undefined) {
      mistakes.push('ADMIN_JWKS: is required, unless ADMIN_MTLS_SCOPES says who may call');
    }
    const jwks = config.ADMIN_JWKS;
    if (jwks !== undefined && isUrl(jwks) && !mayBeAsked(jwks, development)) {
      mistakes.push('ADMIN_JWKS: must be a file or an https URL');
    }
    if (development) return mistakes;
    for (const name of ['ADMIN_TLS_CERT', 'ADMIN_TLS_CLIENT_CA'] as const) {
      if (config[name] === undefined) mistakes.push(`${name}: is required outside development`);
    }
    return mistakes;
  },
};

export const isUrl = (text: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(text);

const mayBeAsked = (text: string, development: boolean): boolean =>
  URL.canParse(text) && ['https:', ...(development ? ['http:'] : [])].includes(new URL(text).protocol);
