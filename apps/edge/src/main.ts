import { randomUUID } from 'node:crypto';
import { fault } from '@countersign/policy';
import { createCallbackClient, createPeerCredentials } from '@countersign/rpc';
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
import { createAdmission } from './admission';
import { createAnswering } from './answering';
import { edgeConfig } from './config';
import { createFailedLogins } from './failed-logins';
import { createPlaces } from './places';
import { createLogins } from './logins';
import { createEdgeMetrics } from './metrics';
import { createReplayShield } from './replay-shield';
import { createReplies } from './replies';
import { createSecretRing } from './secret-ring';
import { secretStatus } from './secret-status';
import { startEdgeServer } from './server';
import { createSourceCheck } from './source';

/** The edge: faces CoKeeps, holds the AES secret, decides nothing and reaches no database. */
runMain(async () => {
  const config = readConfig(edgeConfig, process.env);
  const log = createLog({ process: 'edge', level: config.EDGE_LOG_LEVEL });
  const metrics = createMetrics();
  const lifecycle = createLifecycle({ log, process, graceMs: 10_000 });
  const now = Date.now;
  const startedAt = now();
  const seen = createEdgeMetrics(metrics);
  const reloads = createReloads({ log, process, everyMs: config.EDGE_RELOAD_MS, observe: seen.reload });
  lifecycle.onStop({ name: 'reloads', stop: reloads.stop });

  const secretDeps = {
    env: process.env,
    development: config.development,
    report: (problem: string) => log.warn({ problem }, 'a share could not be read'),
  };
  const ring = await createSecretRing({
    config,
    resolve: (reference) => resolveSecret(reference, secretDeps),
    now,
    development: config.development,
    log,
    onOpened: seen.opened,
  });
  seen.secrets(ring);
  reloads.add({ name: 'secrets', since: startedAt, files: ring.files, load: ring.load });
  const { keyring } = ring;

  const peerFiles = createTlsFiles({
    cert: config.EDGE_ENGINE_CERT,
    key: config.EDGE_ENGINE_KEY,
    ca: config.EDGE_ENGINE_CA,
    now,
  });
  const credentials = createPeerCredentials(await peerFiles.read());
  reloads.add({
    name: 'engine certificate',
    since: startedAt,
    files: () => peerFiles.files,
    load: async () => credentials.replace(await peerFiles.read()),
  });
  seen.certificate('engine', () => certificateEnd(credentials.current().cert));
  const engine = createCallbackClient({
    addresses: config.EDGE_ENGINE,
    transport: config.EDGE_ENGINE_TRANSPORT,
    credentials,
    now,
    log,
    newId: randomUUID,
    random: Math.random,
    maxMessageBytes: 5 * 1024 * 1024,
  });
  lifecycle.onStop({ name: 'engine client', stop: async () => engine.close() });

  const replies = createReplies({ refusalStatus: config.EDGE_REFUSAL_STATUS });
  const shield = createReplayShield({
    windowMs: config.EDGE_REPLAY_WINDOW_MS,
    rememberMs: 24 * 3_600_000,
    maxRemembered: 100_000,
    now: performance.now.bind(performance),
  });
  seen.remembered(shield.remembered);
  const answering = createAnswering({
    keyring,
    engine,
    replies,
    admission: createAdmission({
      sourcePerSecond: config.EDGE_SOURCE_PER_SECOND,
      subjectPerMinute: config.EDGE_SUBJECT_PER_MINUTE,
    }),
    shield,
    logins: createLogins({
      failedLogins: createFailedLogins({
        free: config.EDGE_LOGIN_FREE_FAILURES,
        lockMs: config.EDGE_LOGIN_LOCK_MS,
        now: performance.now.bind(performance),
      }),
      places: createPlaces({ max: config.EDGE_MAX_LOGINS }),
      locked: seen.locked,
    }),
    log,
    now,
    newId: randomUUID,
    bodyLimit: config.EDGE_BODY_LIMIT,
    budgetMs: config.EDGE_BUDGET_MS,
    maxInFlight: config.EDGE_MAX_IN_FLIGHT,
    observe: seen.request,
    countReplay: seen.replay,
  });
  seen.inFlight(answering.inFlight);

  const operations = await startOperationsServer({
    listen: config.EDGE_OPERATIONS_LISTEN,
    metrics,
    ready: () =>
      lifecycle.stopping() ? Promise.reject(fault('unavailable')) : engine.waitForReady(now() + 1_000),
    pages: { '/secrets': () => secretStatus(ring) },
  });
  lifecycle.onStop({ name: 'operations', stop: operations.close });

  const { EDGE_TLS_CERT: cert, EDGE_TLS_KEY: key, EDGE_TLS_CLIENT_CA: ca } = config;
  const tlsFiles = cert && key ? createTlsFiles({ cert, key, ...(ca && { ca }), now }) : undefined;
  const tls = await tlsFiles?.read();
  const server = await startEdgeServer({
    listen: config.EDGE_LISTEN,
    ...(tls && { tls }),
    // Without a list only this machine may call, and only in development: the config check sees to that.
    source: createSourceCheck(config.EDGE_ALLOW ?? ['127.0.0.0/8', '::1'], config.EDGE_TRUSTED_PROXIES),
    maxForeignConnections: config.EDGE_MAX_FOREIGN_CONNECTIONS,
    maxConnectionsPerAddress: Math.ceil((config.EDGE_MAX_IN_FLIGHT * 3) / 4),
    refusedConnection: seen.refusedConnection,
    turnedAway: seen.turnedAway,
    answering,
    replies,
  });
  lifecycle.onStop({ name: 'server', stop: server.drain });
  if (tlsFiles && tls) {
    let ends = certificateEnd(tls.cert);
    seen.certificate('server', () => ends);
    reloads.add({
      name: 'certificate',
      since: startedAt,
      files: () => tlsFiles.files,
      load: async () => {
        const texts = await tlsFiles.read();
        server.renewTls(texts);
        ends = certificateEnd(texts.cert);
      },
    });
  }
  const { port } = server;
  const callers = { tls: tls !== undefined, clientCertificates: ca !== undefined };
  log.info({ port, operationsPort: operations.port, ...callers }, 'serving');
});
