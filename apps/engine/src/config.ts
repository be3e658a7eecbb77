import { hostPort, integer, listenAddress, logLevels, type ConfigSpec } from '@countersign/runtime';
import { parseReference } from '@countersign/secrets';
import { z } from 'zod';

const HOUR_MS = 60 * 60_000;

const path = z.string().min(1);
const secretReference = z.string().superRefine((text, context) => {
  try {
    parseReference(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
});

const shape = {
  /** Where gRPC listens; the edge and the admin service connect here. */
  ENGINE_LISTEN: hostPort.default('127.0.0.1:7100'),
  /** Where /livez, /readyz and /metrics listen. */
  ENGINE_OPERATIONS_LISTEN: listenAddress.default({ host: '127.0.0.1', port: 7101 }),
  /** `sqlite:<path>` or `mongodb://…` */
  STORE_URL: z.string().min(1),
  /** mTLS, always: this process's certificate and key, and the CA of the processes that may call. PEM files. */
  ENGINE_TLS_CERT: path,
  ENGINE_TLS_KEY: path,
  ENGINE_TLS_CA: path,
  /** How often these files are looked at for a change, ms. */
  ENGINE_RELOAD_MS: integer(100, HOUR_MS).default(1_000),
  /** The master salt. It can never change; see docs/threat-model.md. */
  ENGINE_SALT: secretReference,
  /** `derived` for new integrations; `shared` uses the salt as given, for integrations that already exist. */
  ENGINE_SALT_MODE: z.enum(['derived', 'shared'], 'must be derived or shared').default('derived'),
  /** Keys the HMAC that usernames are looked up by. It can never change either. */
  ENGINE_USERNAME_PEPPER: secretReference,
  /** Signs checkpoints: an Ed25519 private key, PKCS#8 in PEM. */
  ENGINE_AUDIT_KEY: secretReference,
  /** Age of the last checkpoint at which the next one is made, if anything has happened since, ms. */
  ENGINE_CHECKPOINT_MS: integer(100, 24 * HOUR_MS).default(HOUR_MS / 4),
  /** A JSON file that says what an `/update` is; without one every notification is kept and none is acted on. */
  ENGINE_UPDATE_RULES: path.optional(),
  /** How often holds without news are looked for, ms. */
  ENGINE_SUSPECT_SWEEP_MS: integer(100, HOUR_MS).default(60_000),
  /** How often changes that are due are looked for, ms. */
  ENGINE_CHANGE_SWEEP_MS: integer(100, HOUR_MS).default(1_000),
  /** Calls being handled at once; more are refused as `exhausted`. */
  ENGINE_MAX_IN_FLIGHT: integer(1, 100_000).default(2048),
  ENGINE_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
};

export const engineConfig: ConfigSpec<typeof shape> = { prefix: 'ENGINE_', shape };
