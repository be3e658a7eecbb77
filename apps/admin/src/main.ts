import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fault } from '@countersign/policy';
import { createAdminClient, createPeerCredentials } from '@countersign/rpc';
import {
  certificateEnd,
  createLifecycle,
  createLog,
  createMetrics,
  createReloads,
  createTlsFiles,
  readConfig,
  runMain,
  startOperationsServer,
} from '@countersign/runtime';
import { resolveSecret } from '@countersign/secrets';
import { adminConfig, isUrl } from './config';
import { startWebhooks } from './events/start-webhooks';
import { createStreams } from './events/streams';
import { parseWebhooks } from './events/webhook-config';
import { parseCertificateScopes } from './identity/certificate-scopes';
import { createIdentify } from './identity/identify';
import { createFileKeySet, createRemoteKeySet } from './identity/key-set';
import type { Refusal, RefusedCall } from './identity/refusal';
import { createSpend } from './identity/spent-tokens';
import { createVerifyToken } from './identity/token';
import { createRequestContext } from './request-context';
import { adminRouter } from './router';
import { startAdminServer } from './server';

/** The admin service: faces internal services and operators, knows who they are, and reaches no database. */
runMain(async () => {
  const config = readConfig(adminConfig, process.env);
  const log = createLog({ process: 'admin', level: config.ADMIN_LOG_LEVEL });
  const metrics = createMetrics();
  const lifecycle = createLifecycle({ log, process, graceMs: 10_000 });
  const now = Date.now;
  const startedAt = now();

  const secretDeps = {
    env: process.env,
    development: config.development,
    report: (problem: string) => log.warn({ problem }, 'a share could not be read'),
  };
  const secret = async (reference: string) => (await resolveSecret(reference, secretDeps)).reveal();

  const reloaded = metrics.counter('admin_reloads_total', 'What was loaded again.', ['what', 'outcome']);
  const reloads = createReloads({
    log,
    process,
    everyMs: config.ADMIN_RELOAD_MS,
    observe: (what, outcome) => reloaded.inc({ what, outcome }),
  });
  lifecycle.onStop({ name: 'reloads', stop: reloads.stop });
  const peerFiles = createTlsFiles({
    cert: config.ADMIN_ENGINE_CERT,
    key: config.ADMIN_ENGINE_KEY,
    ca: config.ADMIN_ENGINE_CA,
    now,
  });
  const credentials = createPeerCredentials(await peerFiles.read());
  reloads.add({
    name: 'engine certificate',
    since: startedAt,
    files: () => peerFiles.files,
    load: async () => credentials.replace(await peerFiles.read()),
  });
  metrics.gauge(
    'admin_engine_certificate_ends_seconds',
    'When it ends, Unix time.',
    () => certificateEnd(credentials.current().cert) / 1000,
  );
  const engine = createAdminClient({
    addresses: config.ADMIN_ENGINE,
    credentials,
    now,
    maxMessageBytes: 5 * 1024 * 1024,
  });
  lifecycle.onStop({ name: 'engine client', stop: async () => engine.close() });

  const refusals = metrics.counter('admin_refusals_total', 'Callers not let in, by cause.', ['cause']);
  const refused = (cause: Refusal, call: RefusedCall): void => {
    refusals.inc({ cause });
    log.warn({ cause, ...call }, 'refused');
  };
  const { ADMIN_JWKS: jwks, ADMIN_ISSUER: issuer, ADMIN_AUDIENCE: audience } = config;
  const verifyToken =
    jwks === undefined || issuer === undefined || audience === undefined
      ? undefined
      : createVerifyToken({
          keys: isUrl(jwks)
            ? createRemoteKeySet({
                url: new URL(jwks),
                cooldownMs: config.ADMIN_JWKS_COOLDOWN_MS,
                maxAgeMs: 10 * 60_000,
                timeoutMs: 3_000,
              })
            : createFileKeySet({ path: jwks, now }),
          issuer,
          audience,
          maxAgeMs: config.ADMIN_TOKEN_MAX_AGE_MS,
          now,
        });
  const certificateScopes =
    config.ADMIN_MTLS_SCOPES === undefined
      ? new Map()
      : parseCertificateScopes(readFileSync(config.ADMIN_MTLS_SCOPES, 'utf8'));

  const stopping = new AbortController();
  const streams = createStreams({ max: config.ADMIN_MAX_STREAMS, stopping: stopping.signal });
  metrics.gauge('admin_streams', 'Streams of events that are open.', streams.open);
  const calls = metrics.histogram('admin_call_seconds', 'Calls answered.', ['procedure', 'code']);

  if (config.ADMIN_WEBHOOKS !== undefined) {
    const deliveries = metrics.counter(
      'admin_webhook_deliveries_total',
      'Webhooks sent, by what came of it.',
      ['webhook', 'outcome'],
    );
    const webhooks = await startWebhooks({
      hooks: parseWebhooks(readFileSync(config.ADMIN_WEBHOOKS, 'utf8'), config),
      networks: config.ADMIN_WEBHOOK_NETWORKS,
      engine,
      secret,
      now,
      random: Math.random,
      newId: randomUUID,
      log,
      observe: (webhook, outcome) => deliveries.inc({ webhook, outcome }),
    });
    metrics.gauge(
      'admin_webhooks_alarmed',
      'Webhooks that have not taken an event for a day.',
      webhooks.alarmed,
    );
    lifecycle.onStop({ name: 'webhooks', stop: webhooks.stop });
  }

  const operations = await startOperationsServer({
    listen: config.ADMIN_OPERATIONS_LISTEN,
    metrics,
    ready: () =>
      lifecycle.stopping() ? Promise.reject(fault('unavailable')) : engine.waitForReady(now() + 1_000),
  });
  lifecycle.onStop({ name: 'operations', stop: operations.close });

  const { ADMIN_TLS_CERT: cert, ADMIN_TLS_KEY: key, ADMIN_TLS_CLIENT_CA: ca } = config;
  const tlsFiles = cert && key ? createTlsFiles({ cert, key, ...(ca && { ca }), now }) : undefined;
  const tls = await tlsFiles?.read();
  const server = await startAdminServer({
    listen: config.ADMIN_LISTEN,
    ...(tls && { tls, clients: config.ADMIN_TLS_CLIENTS }),
    router: adminRouter,
    createContext: createRequestContext({
      engine,
      identify: createIdentify({ certificateScopes, ...(verifyToken !== undefined && { verifyToken }) }),
      spend: createSpend({ engine, refused }),
      refused,
      streams,
      log,
      now,
      newId: randomUUID,
      budgetMs: config.ADMIN_BUDGET_MS,
      bulkBudgetMs: config.ADMIN_BULK_BUDGET_MS,
      observe: (procedure, code, ms) => calls.observe({ procedure, code }, ms / 1000),
    }),
    bodyLimit: config.ADMIN_BODY_LIMIT,
    maxBatch: config.ADMIN_MAX_BATCH,
    log,
  });
  if (tlsFiles && tls) {
    let end = certificateEnd(tls.cert);
    metrics.gauge('admin_server_certificate_ends_seconds', 'When it ends, Unix time.', () => end / 1000);
    reloads.add({
      name: 'certificate',
      since: startedAt,
      files: () => tlsFiles.files,
      load: async () => {
        const texts = await tlsFiles.read();
        server.renewTls(texts);
        end = certificateEnd(texts.cert);
      },
    });
  }
  lifecycle.onStop({ name: 'server', stop: server.drain });
  lifecycle.onStop({ name: 'streams', stop: async () => stopping.abort() });
  log.info({ port: server.port, operationsPort: operations.port }, 'serving');
});
