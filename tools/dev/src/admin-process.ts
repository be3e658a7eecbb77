import type { CertificateFiles } from './certificates';
import type { DevelopmentIssuer } from './development-issuer';
import { developmentEnv, listen } from './engine-process';
import { supervise, type Supervised } from './supervised';

/** One admin service as a process of its own, which trusts the tokens of this machine's issuer. */
export interface AdminOptions {
  /** The bundled admin service. */
  readonly file: string;
  /** `host:port`, several separated by commas. */
  readonly engine: string;
  readonly certificate: CertificateFiles;
  readonly issuer: DevelopmentIssuer;
  readonly keySetFile: string;
  readonly logFile: string;
  /** Absent: any free port. */
  readonly ports?: { readonly port: number; readonly operationsPort: number };
  readonly env?: NodeJS.ProcessEnv;
  readonly onEnd: (message: string) => void;
}

export const startAdmin = (options: AdminOptions): Promise<Supervised> =>
  supervise({
    name: 'admin',
    file: options.file,
    logFile: options.logFile,
    onEnd: options.onEnd,
    env: {
      ...developmentEnv,
      ADMIN_LISTEN: listen(options.ports?.port),
      ADMIN_OPERATIONS_LISTEN: listen(options.ports?.operationsPort),
      ADMIN_ENGINE: options.engine,
      ADMIN_ENGINE_CERT: options.certificate.certificate,
      ADMIN_ENGINE_KEY: options.certificate.key,
      ADMIN_ENGINE_CA: options.certificate.ca,
      ADMIN_ISSUER: options.issuer.issuer,
      ADMIN_AUDIENCE: options.issuer.audience,
      ADMIN_JWKS: options.keySetFile,
      ...options.env,
    },
    envForPorts: ({ port, operationsPort }) => ({
      ADMIN_LISTEN: listen(port),
      ADMIN_OPERATIONS_LISTEN: listen(operationsPort),
    }),
  });
