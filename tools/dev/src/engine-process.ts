import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PeerCredentials } from '@countersign/rpc';
import { repositoryRoot } from './bundle';
import type { CertificateFiles } from './certificates';
import type { SecretFiles } from './development-secrets';
import { supervise, type Supervised } from './supervised';

/** One engine as a process of its own, as it would run in production, but for its development secrets. */
export interface EngineOptions {
  readonly name: string;
  /** The bundled engine. */
  readonly file: string;
  readonly storeUrl: string;
  readonly secrets: SecretFiles;
  readonly certificate: CertificateFiles;
  readonly logFile: string;
  /** Absent: any free port. */
  readonly ports?: { readonly port: number; readonly operationsPort: number };
  readonly env?: NodeJS.ProcessEnv;
  readonly onEnd: (message: string) => void;
}

/** What `/update` means to it: the sample, which is what the fake CoKeeps sends. */
const updateRules = join(repositoryRoot, 'docs/update-rules.sample.json');
/** Somebody who tries things out does not want to wait a minute for a suspect hold to be noticed. */
const SUSPECT_SWEEP_MS = '200';

export const listen = (port = 0): string => `127.0.0.1:${port}`;

export const developmentEnv = { PATH: process.env.PATH, NODE_ENV: 'development' };

export const startEngine = (options: EngineOptions): Promise<Supervised> =>
  supervise({
    name: options.name,
    file: options.file,
    logFile: options.logFile,
    onEnd: options.onEnd,
    env: {
      ...developmentEnv,
      STORE_URL: options.storeUrl,
      ENGINE_LISTEN: listen(options.ports?.port),
      ENGINE_OPERATIONS_LISTEN: listen(options.ports?.operationsPort),
      ENGINE_TLS_CERT: options.certificate.certificate,
      ENGINE_TLS_KEY: options.certificate.key,
      ENGINE_TLS_CA: options.certificate.ca,
      ENGINE_SALT: `file:${options.secrets.salt}`,
      ENGINE_USERNAME_PEPPER: `file:${options.secrets.usernamePepper}`,
      ENGINE_AUDIT_KEY: `file:${options.secrets.auditKey}`,
      ENGINE_UPDATE_RULES: updateRules,
      ENGINE_SUSPECT_SWEEP_MS: SUSPECT_SWEEP_MS,
      ...options.env,
    },
    envForPorts: ({ port, operationsPort }) => ({
      ENGINE_LISTEN: listen(port),
      ENGINE_OPERATIONS_LISTEN: listen(operationsPort),
    }),
  });

export const engineAddress = (engine: Supervised): string => `localhost:${engine.ports().port}`;

/** What a caller of the engine proves itself with. */
export async function readCredentials({ certificate, key, ca }: CertificateFiles): Promise<PeerCredentials> {
  const [cert = '', keyText = '', caText = ''] = await Promise.all(
    [certificate, key, ca].map((file) => readFile(file, 'utf8')),
  );
  return { cert, key: keyText, ca: caText };
}
