import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAdminClient, type AdminClient } from '@countersign/rpc';
import { bundle } from './bundle';
import { ensureCertificates } from './certificates';
import { ensureSecrets } from './development-secrets';
import { supervise, type Supervised } from './supervised';

/** Everything that exists, running as separate processes on this machine, with development secrets and certificates. */
export interface Stack {
  readonly engine: Supervised;
  readonly edge: Supervised;
  readonly url: string;
  readonly secretFile: string;
  /** The platform's own side: speaks to the engine as the admin service would. */
  readonly admin: AdminClient;
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Holds secrets, certificates, logs and, unless storeUrl says otherwise, the database. */
  readonly dir: string;
  readonly storeUrl?: string;
  /** Absent: any free port. */
  readonly ports?: {
    readonly engine: number;
    readonly engineOperations: number;
    readonly edge: number;
    readonly edgeOperations: number;
  };
  readonly onEnd: (message: string) => void;
}

export async function startStack({ dir, storeUrl, ports, onEnd }: StackOptions): Promise<Stack> {
  await mkdir(join(dir, 'log'), { recursive: true, mode: 0o700 });
  const [secrets, certificates, engineFile, edgeFile] = await Promise.all([
    ensureSecrets(join(dir, 'secrets')),
    ensureCertificates(join(dir, 'certificates'), ['engine', 'edge', 'admin']),
    bundle('engine'),
    bundle('edge'),
  ]);
  const shared = { PATH: process.env.PATH, NODE_ENV: 'development' };
  const listen = (port = 0) => `127.0.0.1:${port}`;
  const running: { stop(): Promise<unknown> }[] = [];
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
  };

  try {
    const engine = await supervise({
      name: 'engine',
      file: engineFile,
      logFile: join(dir, 'log/engine.log'),
      onEnd,
      env: {
        ...shared,
        STORE_URL: storeUrl ?? `sqlite:${join(dir, 'countersign.db')}`,
        ENGINE_LISTEN: listen(ports?.engine),
        ENGINE_OPERATIONS_LISTEN: listen(ports?.engineOperations),
        ENGINE_TLS_CERT: certificates.engine.certificate,
        ENGINE_TLS_KEY: certificates.engine.key,
        ENGINE_TLS_CA: certificates.engine.ca,
        ENGINE_SALT: `file:${secrets.salt}`,
        ENGINE_USERNAME_PEPPER: `file:${secrets.usernamePepper}`,
      },
      envForPorts: ({ port, operationsPort }) => ({
        ENGINE_LISTEN: listen(port),
        ENGINE_OPERATIONS_LISTEN: listen(operationsPort),
      }),
    });
    running.push(engine);
    const engineAddress = `localhost:${engine.ports().port}`;

    const edge = await supervise({
      name: 'edge',
      file: edgeFile,
      logFile: join(dir, 'log/edge.log'),
      onEnd,
      env: {
        ...shared,
        EDGE_LISTEN: listen(ports?.edge),
        EDGE_OPERATIONS_LISTEN: listen(ports?.edgeOperations),
        EDGE_ENGINE: engineAddress,
        EDGE_ENGINE_CERT: certificates.edge.certificate,
        EDGE_ENGINE_KEY: certificates.edge.key,
        EDGE_ENGINE_CA: certificates.edge.ca,
        EDGE_SECRET: `file:${secrets.aesSecret}`,
      },
      envForPorts: ({ port, operationsPort }) => ({
        EDGE_LISTEN: listen(port),
        EDGE_OPERATIONS_LISTEN: listen(operationsPort),
      }),
    });
    running.push(edge);

    const admin = createAdminClient({
      addresses: [engineAddress],
      credentials: {
        cert: await readFile(certificates.admin.certificate, 'utf8'),
        key: await readFile(certificates.admin.key, 'utf8'),
        ca: await readFile(certificates.admin.ca, 'utf8'),
      },
      now: Date.now,
    });
    running.push({ stop: async () => admin.close() });
    return {
      engine,
      edge,
      url: `http://${listen(edge.ports().port)}`,
      secretFile: secrets.aesSecret,
      admin,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
