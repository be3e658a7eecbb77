import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createKeyring } from '@countersign/envelope';
import { fault } from '@countersign/policy';
import { createCallbackClient } from '@countersign/rpc';
import {
  createLifecycle,
  createLog,
  createMetrics,
  readConfig,
  runMain,
  startOperationsServer,
} from '@countersign/runtime';
import { resolveSecret } from '@countersign/secrets';
import { createAnswering } from './answering';
import { edgeConfig } from './config';
import { createReplies } from './replies';
import { startEdgeServer } from './server';
import { createSourceCheck } from './source';

/** The edge: faces CoKeeps, holds the AES secret, decides nothing and reaches no database. */
runMain(async () => {
  const config = readConfig(edgeConfig, process.env);
  const log = createLog({ process: 'edge', level: config.EDGE_LOG_LEVEL });
  const metrics = createMetrics();
  const lifecycle = createLifecycle({ log, process, graceMs: 10_000 });
  const now = Date.now;

  const secretDeps = {
    env: process.env,
    development: config.development,
    report: (problem: string) => log.warn({ problem }, 'a share could not be read'),
  };
  const secret = async (reference: string) => (await resolveSecret(reference, secretDeps)).reveal();
  const previous = config.EDGE_SECRET_PREVIOUS;
  const keyring = createKeyring({
    current: await secret(config.EDGE_SECRET),
    ...(previous !== undefined && {
      previous: { secret: await secret(previous), until: config.EDGE_SECRET_PREVIOUS_UNTIL ?? 0 },
    }),
    now,
  });

  const engine = createCallbackClient({
    addresses: config.EDGE_ENGINE,
    transport: config.EDGE_ENGINE_TRANSPORT,
    credentials: {
      cert: readFileSync(config.EDGE_ENGINE_CERT, 'utf8'),
      key: readFileSync(config.EDGE_ENGINE_KEY, 'utf8'),
      ca: readFileSync(config.EDGE_ENGINE_CA, 'utf8'),
    },
    now,
    log,
    newId: randomUUID,
    random: Math.random,
    maxMessageBytes: 5 * 1024 * 1024,
  });
  lifecycle.onStop({ name: 'engine client', stop: async () => engine.close() });

  const requests = metrics.histogram('edge_request_seconds', 'Answers to CoKeeps.', ['path', 'outcome']);
  const replies = createReplies({ refusalStatus: config.EDGE_REFUSAL_STATUS });
  const answering = createAnswering({
    keyring,
    engine,
    replies,
    log,
    now,
    newId: randomUUID,
    bodyLimit: config.EDGE_BODY_LIMIT,
    budgetMs: config.EDGE_BUDGET_MS,
    maxInFlight: config.EDGE_MAX_IN_FLIGHT,
    observe: (path, outcome, ms) => requests.observe({ path, outcome }, ms / 1000),
  });
  metrics.gauge('edge_requests_in_flight', 'Requests being answered.', answering.inFlight);

  const operations = await startOperationsServer({
    listen: config.EDGE_OPERATIONS_LISTEN,
    metrics,
    ready: () =>
      lifecycle.stopping() ? Promise.reject(fault('unavailable')) : engine.waitForReady(now() + 1_000),
  });
  lifecycle.onStop({ name: 'operations', stop: operations.close });

  const server = await startEdgeServer({
    listen: config.EDGE_LISTEN,
    ...(config.EDGE_TLS_CERT !== undefined &&
      config.EDGE_TLS_KEY !== undefined && {
        tls: {
          cert: config.EDGE_TLS_CERT,
          key: config.EDGE_TLS_KEY,
          ...(config.EDGE_TLS_CLIENT_CA !== undefined && { clientCa: config.EDGE_TLS_CLIENT_CA }),
        },
      }),
    // Without a list only this machine may call, and only in development: the config check sees to that.
    source: createSourceCheck(config.EDGE_ALLOW ?? ['127.0.0.0/8', '::1'], config.EDGE_TRUSTED_PROXIES),
    answering,
    replies,
  });
  lifecycle.onStop({ name: 'server', stop: server.drain });
  log.info({ port: server.port, operationsPort: operations.port }, 'serving');
});
