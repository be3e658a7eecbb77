import { hostPort, integer, list, listenAddress, logLevels, type ConfigSpec } from '@countersign/runtime';
import { parseReference } from '@countersign/secrets';
import { z } from 'zod';
import { isCidr } from './source';

const path = z.string().min(1);
const secretReference = z.string().superRefine((text, context) => {
  try {
    parseReference(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
});
const cidrs = list.refine(
  (items) => items.every(isCidr),
  'must be addresses or CIDR ranges, separated by commas',
);
const engines = list.refine(
  (items) => items.length > 0 && items.every((item) => hostPort.safeParse(item).success),
  'must be host:port, several separated by commas',
);

const shape = {
  /** Where CoKeeps connects. */
  EDGE_LISTEN: listenAddress.default({ host: '127.0.0.1', port: 7000 }),
  /** Where /livez, /readyz and /metrics listen. */
  EDGE_OPERATIONS_LISTEN: listenAddress.default({ host: '127.0.0.1', port: 7001 }),
  /** The engines, `host:port`, several separated by commas. */
  EDGE_ENGINE: engines,
  /** `stream` is faster; `unary` is the fallback for what stands between edge and engine and cannot do streams. */
  EDGE_ENGINE_TRANSPORT: z.enum(['stream', 'unary'], 'must be stream or unary').default('stream'),
  /** mTLS towards the engine: this process's certificate and key, and the engine's CA. PEM files. */
  EDGE_ENGINE_CERT: path,
  EDGE_ENGINE_KEY: path,
  EDGE_ENGINE_CA: path,
  /** The AES secret that CoKeeps gave, as a reference. */
  EDGE_SECRET: secretReference.optional(),
  /** While rotating: the secret before, and the time (ISO 8601) until which it still opens requests. */
  EDGE_SECRET_PREVIOUS: secretReference.optional(),
  EDGE_SECRET_PREVIOUS_UNTIL: z.iso
    .datetime({ offset: true, error: 'must be an ISO 8601 time with a zone' })
    .transform((text) => Date.parse(text))
    .optional(),
  /** In place of the three: a JSON file that names them, for rotating without a restart. */
  EDGE_KEYRING: path.optional(),
  /** How often the files of secrets and certificates are looked at for a change, ms. */
  EDGE_RELOAD_MS: integer(100, 3_600_000).default(1_000),
  /** Addresses and ranges that may call. Everybody else is turned away before anything is decrypted. */
  EDGE_ALLOW: cidrs.optional(),
  /** Proxies whose X-Forwarded-For is believed. */
  EDGE_TRUSTED_PROXIES: cidrs.default([]),
  /** TLS towards CoKeeps; with a client CA, callers must show a certificate of it. PEM files. */
  EDGE_TLS_CERT: path.optional(),
  EDGE_TLS_KEY: path.optional(),
  EDGE_TLS_CLIENT_CA: path.optional(),
  /** Bytes of a request body; at most what the store can keep of an /update. */
  EDGE_BODY_LIMIT: integer(1024, 4 * 1024 * 1024).default(1024 * 1024),
  /** Requests being handled at once; more are answered 503. */
  EDGE_MAX_IN_FLIGHT: integer(1, 100_000).default(1024),
  /** Of these at most so many may verify a user, which costs the engine as much as 150 reads. */
  EDGE_MAX_LOGINS: integer(1, 100_000).default(64),
  /** Connections that addresses which may not call can hold together. */
  EDGE_MAX_FOREIGN_CONNECTIONS: integer(0, 1_024).default(64),
  /** Requests of one source in a second, and about one user or machine in a minute; more are answered 429. */
  EDGE_SOURCE_PER_SECOND: integer(1, 10_000_000).default(2_000),
  EDGE_SUBJECT_PER_MINUTE: integer(1, 10_000_000).default(600),
  /** Different wrong passwords that a user has free, and the longest wait after more of them. */
  EDGE_LOGIN_FREE_FAILURES: integer(1, 1_000).default(10),
  EDGE_LOGIN_LOCK_MS: integer(1_000, 86_400_000).default(900_000),
  /** So long the same ciphertext is a retry, ms; CoKeeps retries within five minutes. Later it is a replay. */
  EDGE_REPLAY_WINDOW_MS: integer(1_000, 3_600_000).default(360_000),
  /** HTTP status of a refusal (`success: false`) that was decided. */
  EDGE_REFUSAL_STATUS: integer(200, 499).default(200),
  /** Time for one answer. CoKeeps' own limit is not published; two seconds is the safe assumption. */
  EDGE_BUDGET_MS: integer(50, 60_000).default(1800),
  EDGE_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
};

export const edgeConfig: ConfigSpec<typeof shape> = {
  prefix: 'EDGE_',
  shape,
  check: (config, { development }) => {
    const mistakes: string[] = [];
    const together = (a: keyof typeof config, b: keyof typeof config) => {
      if ((config[a] === undefined) !== (config[b] === undefined))
        mistakes.push(`${a} and ${b}: belong together`);
    };
    if ((config.EDGE_SECRET === undefined) === (config.EDGE_KEYRING === undefined)) {
      mistakes.push('EDGE_SECRET: exactly one of EDGE_SECRET and EDGE_KEYRING is required');
    }
    if (config.EDGE_KEYRING !== undefined && config.EDGE_SECRET_PREVIOUS !== undefined) {
      mistakes.push('EDGE_SECRET_PREVIOUS: stands in the file of EDGE_KEYRING');
    }
    together('EDGE_SECRET_PREVIOUS', 'EDGE_SECRET_PREVIOUS_UNTIL');
    together('EDGE_TLS_CERT', 'EDGE_TLS_KEY');
    if (config.EDGE_TLS_CLIENT_CA !== undefined && config.EDGE_TLS_CERT === undefined) {
      mistakes.push('EDGE_TLS_CLIENT_CA: needs EDGE_TLS_CERT');
    }
    if (development) return mistakes;
    if (config.EDGE_REPLAY_WINDOW_MS < 300_000) {
      mistakes.push(
        'EDGE_REPLAY_WINDOW_MS: less than 300000 would refuse the retries of CoKeeps, outside development',
      );
    }
    if (config.EDGE_ALLOW === undefined) mistakes.push('EDGE_ALLOW: is required outside development');
    if (config.EDGE_TLS_CERT === undefined && config.EDGE_TRUSTED_PROXIES.length === 0) {
      mistakes.push('EDGE_TLS_CERT: is required outside development, unless EDGE_TRUSTED_PROXIES ends TLS');
    }
    return mistakes;
  },
};
