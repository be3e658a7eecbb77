import { randomBytes, randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { createAggregates, createCommands, createProposedChanges } from '@countersign/commands';
import { createSigner } from '@countersign/evidence';
import { fault } from '@countersign/policy';
import { createPeerCredentials, createRpcServer } from '@countersign/rpc';
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
import { createCountersigner } from '@countersign/salt';
import { resolveSecret } from '@countersign/secrets';
import { openStore } from '@countersign/store';
import { createAlarms } from './alarms';
import { callers } from './callers';
import { changeMethods } from './change-methods';
import { startChangeSweep } from './change-sweep';
import { startCheckpointSchedule } from './checkpoint-schedule';
import { engineConfig } from './config';
import { createEventWait } from './event-wait';
import { adminHandlers, callbackHandlers } from './handlers';
import { createNotary } from './notary';
import { createHashed } from './once';
import { createPasswords } from './passwords';
import { checkPins } from './pins';
import { startSuspectSweep } from './suspects';
import { readUpdateRules } from './update-rules';
import { createUsernameKey } from './usernames';

/** Of libuv's pool, where hashing, files and name lookups wait for each other. */
const threadsOf = ({ UV_THREADPOOL_SIZE: size }: NodeJS.ProcessEnv): number => Number(size) || 4;

/** The engine: holds the database, the salt and the password hashes, and makes every decision. */
runMain(async () => {
  const config = readConfig(engineConfig, process.env);
  const log = createLog({ process: 'engine', level: config.ENGINE_LOG_LEVEL });
  const metrics = createMetrics();
  const lifecycle = createLifecycle({ log, process, graceMs: 10_000 });
  const now = Date.now;
  const startedAt = now();
  const newId = () => randomBytes(24).toString('base64url');
  const reloaded = metrics.counter('engine_reloads_total', 'What was loaded again.', ['what', 'outcome']);
  const reloads = createReloads({
    log,
    process,
    everyMs: config.ENGINE_RELOAD_MS,
    observe: (what, outcome) => reloaded.inc({ what, outcome }),
  });
  lifecycle.onStop({ name: 'reloads', stop: reloads.stop });
  const updateRules = await readUpdateRules(config.ENGINE_UPDATE_RULES);

  const secretDeps = {
    env: process.env,
    development: config.development,
    report: (problem: string) => log.warn({ problem }, 'a share could not be read'),
  };
  const secret = async (reference: string) => (await resolveSecret(reference, secretDeps)).reveal();
  const salt = await secret(config.ENGINE_SALT);
  const mode = config.ENGINE_SALT_MODE;
  const pepper = await secret(config.ENGINE_USERNAME_PEPPER);
  const signer = createSigner(await secret(config.ENGINE_AUDIT_KEY));

  const store = await openStore(config.STORE_URL, { now, newId: randomUUID, log });
  lifecycle.onStop({ name: 'store', stop: () => store.close() });
  await checkPins({ store, salt, mode, pepper, log });

  const decisions = metrics.counter('engine_decisions_total', 'Answers to /read, by deciding rule.', [
    'rule',
  ]);
  const notifications = metrics.counter(
    'engine_notifications_total',
    'Notifications kept, by type and by what was made of them.',
    ['type', 'outcome'],
  );
  const overs = metrics.counter('engine_overs_total', 'Settlements of more than was held.', []);
  const committed = createAlarms({ log, countOver: () => overs.inc() });
  const aggregates = createAggregates({ store, now, committed });
  const commandDeps = { ...aggregates, store, now, newId, updateRules };
  const commands = createCommands(commandDeps);
  const changes = metrics.counter('engine_changes_total', 'Proposed changes that have ended, by how.', [
    'how',
  ]);
  const proposedChanges = createProposedChanges({
    ...commandDeps,
    commands,
    methods: changeMethods,
    ended: ({ changeId, method, proposedBy, ending }, how) => {
      changes.inc({ how });
      log.info({ changeId, method, proposedBy, ending }, 'a proposed change has ended');
    },
  });
  // One in eight of the places for calls.
  const eventWait = createEventWait({ store, maxWaiting: Math.ceil(config.ENGINE_MAX_IN_FLIGHT / 8) });
  const notary = createNotary({ store, checkpoints: aggregates.checkpoints, signer, now });
  const deps = {
    ...aggregates,
    commands,
    proposedChanges,
    store,
    eventWait,
    notary,
    passwords: await createPasswords({
      concurrency: Math.max(1, Math.min(availableParallelism(), threadsOf(process.env)) - 1),
      maxWaiting: 256,
      randomText: () => randomBytes(32).toString('hex'),
      now,
    }),
    usernameKey: createUsernameKey(pepper),
    hashed: createHashed(pepper),
    countersigner: createCountersigner({ salt, mode }),
    now,
    log,
    countDecision: (rule: string) => decisions.inc({ rule }),
    countNotification: (type: string, outcome: string) => notifications.inc({ type, outcome }),
  };

  const sweep = startSuspectSweep({
    store,
    commands,
    now,
    everyMs: config.ENGINE_SUSPECT_SWEEP_MS,
    log,
  });
  metrics.gauge(
    'engine_open_holds',
    'Holds not settled or released, at the last look.',
    () => sweep.seen().open,
  );
  metrics.gauge('engine_suspect_holds', 'Of these, without news for too long.', () => sweep.seen().suspect);
  metrics.gauge(
    'engine_oldest_suspect_seconds',
    'Age of the oldest suspect hold; 0 when there is none.',
    () => sweep.seen().oldestSuspectMs / 1000,
  );
  lifecycle.onStop({ name: 'sweep', stop: sweep.stop });

  const changeSweep = startChangeSweep({
    store,
    proposedChanges,
    now,
    everyMs: config.ENGINE_CHANGE_SWEEP_MS,
    log,
  });
  metrics.gauge(
    'engine_pending_changes',
    'Proposed changes that had not ended at the last look.',
    changeSweep.pending,
  );
  lifecycle.onStop({ name: 'changes', stop: changeSweep.stop });

  const checkpoints = metrics.counter(
    'engine_checkpoints_total',
    'Checkpoints due, by what became of them.',
    ['outcome'],
  );
  const schedule = startCheckpointSchedule({
    notary,
    now,
    everyMs: config.ENGINE_CHECKPOINT_MS,
    log,
    count: (outcome) => checkpoints.inc({ outcome }),
  });
  lifecycle.onStop({ name: 'checkpoints', stop: schedule.stop });

  const peerFiles = createTlsFiles({
    cert: config.ENGINE_TLS_CERT,
    key: config.ENGINE_TLS_KEY,
    ca: config.ENGINE_TLS_CA,
    now,
  });
  const credentials = createPeerCredentials(await peerFiles.read());
  reloads.add({
    name: 'certificate',
    since: startedAt,
    files: () => peerFiles.files,
    load: async () => credentials.replace(await peerFiles.read()),
  });
  metrics.gauge(
    'engine_certificate_ends_seconds',
    'When it ends, Unix time.',
    () => certificateEnd(credentials.current().cert) / 1000,
  );

  const calls = metrics.histogram('engine_call_seconds', 'Calls handled.', ['method', 'code', 'peer']);
  const server = createRpcServer({
    address: config.ENGINE_LISTEN,
    credentials,
    services: { callback: callbackHandlers(deps), admin: adminHandlers(deps) },
    callers,
    maxInFlight: config.ENGINE_MAX_IN_FLIGHT,
    // The other half is always free for CoKeeps, whatever the services behind the admin do.
    maxInFlightOf: new Map([['admin', Math.ceil(config.ENGINE_MAX_IN_FLIGHT / 2)]]),
    // A payload of the edge's largest body, and room for what surrounds it.
    maxMessageBytes: 5 * 1024 * 1024,
    log,
    now,
    newId,
    onCall: ({ method, code, peer, ms }) => calls.observe({ method, code, peer }, ms / 1000),
  });
  const operations = await startOperationsServer({
    listen: config.ENGINE_OPERATIONS_LISTEN,
    metrics,
    ready: () => (lifecycle.stopping() ? Promise.reject(fault('unavailable')) : store.ping()),
  });
  lifecycle.onStop({ name: 'operations', stop: operations.close });
  lifecycle.onStop({ name: 'rpc', stop: () => server.drain(5_000) });
  lifecycle.onStop({ name: 'waiting', stop: eventWait.stop });
  const port = await server.listen();
  server.setServing(true);
  log.info({ port, operationsPort: operations.port, store: store.description.server }, 'serving');
});
