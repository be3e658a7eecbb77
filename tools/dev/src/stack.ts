import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createCountersign, scopes as allScopes, type Countersign } from '@countersign/client';
import { createAdminClient, type AdminClient } from '@countersign/rpc';
import { startAdmin } from './admin-process';
import { bundle } from './bundle';
import { ensureCertificates, type CertificateFiles } from './certificates';
import { developmentToken, readIssuer, writeKeySet } from './development-issuer';
import { ensureSecrets, type SecretFiles } from './development-secrets';
import { developmentEnv, engineAddress, listen, readCredentials, startEngine } from './engine-process';
import { supervise, type Supervised } from './supervised';

/** Everything that exists, running as separate processes on this machine, with development secrets and certificates. */
export interface Stack {
  readonly engine: Supervised;
  readonly edge: Supervised;
  readonly adminProcess: Supervised;
  /** Where CoKeeps would connect. */
  readonly url: string;
  /** Where internal services and operators connect. */
  readonly adminUrl: string;
  readonly secretFile: string;
  /** What the processes prove themselves with towards each other. */
  readonly certificates: Readonly<Record<'engine' | 'edge' | 'admin', CertificateFiles>>;
  readonly secrets: SecretFiles;
  /** Speaks to the engine as the admin service does. */
  readonly admin: AdminClient;
  /** What a service or a person calls the admin service with. Without scopes: all. Every attempt has a token of its own. */
  as(subject: string, scopes?: readonly string[]): Countersign;
  /** Good for a quarter of an hour. */
  token(subject: string, scopes: readonly string[]): Promise<string>;
  /** The secret file of who vouches for callers of the admin service. */
  readonly issuerFile: string;
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
    readonly admin: number;
    readonly adminOperations: number;
  };
  /** Settings beside those of a local run, or in their place. */
  readonly env?: {
    readonly engine?: NodeJS.ProcessEnv;
    readonly edge?: NodeJS.ProcessEnv;
    readonly admin?: NodeJS.ProcessEnv;
  };
  readonly onEnd: (message: string) => void;
}

export async function startStack({ dir, storeUrl, ports, env = {}, onEnd }: StackOptions): Promise<Stack> {
  await mkdir(join(dir, 'log'), { recursive: true, mode: 0o700 });
  const [secrets, certificates, engineFile, edgeFile, adminFile] = await Promise.all([
    ensureSecrets(join(dir, 'secrets')),
    ensureCertificates(join(dir, 'certificates'), ['engine', 'edge', 'admin']),
    bundle('engine'),
    bundle('edge'),
    bundle('admin'),
  ]);
  const issuer = await readIssuer(secrets.issuer);
  const keySetFile = join(dir, 'issuer-keys.json');
  await writeKeySet(keySetFile, issuer);
  const running: { stop(): Promise<unknown> }[] = [];
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
  };

  try {
    const engine = await startEngine({
      name: 'engine',
      file: engineFile,
      storeUrl: storeUrl ?? `sqlite:${join(dir, 'countersign.db')}`,
      secrets,
      certificate: certificates.engine,
      logFile: join(dir, 'log/engine.log'),
      ...(env.engine && { env: env.engine }),
      ...(ports && { ports: { port: ports.engine, operationsPort: ports.engineOperations } }),
      onEnd,
    });
    running.push(engine);
    const address = engineAddress(engine);

    const edge = await supervise({
      name: 'edge',
      file: edgeFile,
      logFile: join(dir, 'log/edge.log'),
      onEnd,
      env: {
        ...developmentEnv,
        EDGE_LISTEN: listen(ports?.edge),
        EDGE_OPERATIONS_LISTEN: listen(ports?.edgeOperations),
        EDGE_ENGINE: address,
        EDGE_ENGINE_CERT: certificates.edge.certificate,
        EDGE_ENGINE_KEY: certificates.edge.key,
        EDGE_ENGINE_CA: certificates.edge.ca,
        EDGE_SECRET: `file:${secrets.aesSecret}`,
        // Whoever tries things out may also load it, with one user from one address.
        EDGE_SOURCE_PER_SECOND: '1000000',
        EDGE_SUBJECT_PER_MINUTE: '1000000',
        ...env.edge,
      },
      envForPorts: ({ port, operationsPort }) => ({
        EDGE_LISTEN: listen(port),
        EDGE_OPERATIONS_LISTEN: listen(operationsPort),
      }),
    });
    running.push(edge);

    const adminProcess = await startAdmin({
      file: adminFile,
      engine: address,
      certificate: certificates.admin,
      issuer,
      keySetFile,
      logFile: join(dir, 'log/admin.log'),
      ...(env.admin && { env: env.admin }),
      ...(ports && { ports: { port: ports.admin, operationsPort: ports.adminOperations } }),
      onEnd,
    });
    running.push(adminProcess);
    const adminUrl = `http://${listen(adminProcess.ports().port)}`;
    const token = (subject: string, scopes: readonly string[]) =>
      developmentToken(issuer, { subject, scopes }, Date.now());

    const admin = createAdminClient({
      addresses: [address],
      credentials: await readCredentials(certificates.admin),
      now: Date.now,
    });
    running.push({ stop: async () => admin.close() });
    return {
      engine,
      edge,
      adminProcess,
      adminUrl,
      url: `http://${listen(edge.ports().port)}`,
      secretFile: secrets.aesSecret,
      certificates,
      secrets,
      admin,
      as: (subject, scopes = allScopes) =>
        createCountersign({ url: adminUrl, token: () => token(subject, scopes) }),
      token,
      issuerFile: secrets.issuer,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
