/**
 * How remote locations are asked, from the environment of the process. Read when one is asked and not before, so that
 * a process whose secrets are all local needs none of it.
 *
 * SECRETS_CA                        PEM file: the authorities of the servers, instead of the system's
 * SECRETS_CERT, SECRETS_KEY         PEM files: a client certificate, both or neither
 * VAULT_TOKEN_FILE                  holds a token of Vault; or
 * VAULT_ROLE_ID, VAULT_SECRET_ID_FILE   the two halves of an AppRole, the second in a file
 * VAULT_NAMESPACE                   of Vault Enterprise
 *
 * A setting that is wrong is never tolerated, also where a location may be missing.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { LocationDeps } from './location-deps';
import { readSecretFile, SECRET, TRUSTED, type Closed } from './secret-file';
import { SecretError } from './secret-error';

export interface TlsSettings {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

export type VaultLogin =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'approle'; readonly roleId: string; readonly secretId: string };

export interface VaultSettings {
  readonly login: VaultLogin;
  readonly namespace?: string;
}

/** `name` is the reference on whose behalf: it stands before every message. Throws SecretError. */
export const readTlsSettings = async (name: string, deps: LocationDeps): Promise<TlsSettings> => {
  const refuse = (reason: string, cause: unknown) => new SecretError(name, reason, { cause });
  const ca = await optionalFile('SECRETS_CA', TRUSTED, name, deps);
  const cert = await optionalFile('SECRETS_CERT', TRUSTED, name, deps);
  const key = await optionalFile('SECRETS_KEY', SECRET, name, deps);
  if ((cert === undefined) !== (key === undefined))
    throw new SecretError(name, 'SECRETS_CERT and SECRETS_KEY must be set together');
  if (ca !== undefined) parse(ca, 'SECRETS_CA', 'certificates', refuse);
  if (cert === undefined || key === undefined) return { ...(ca !== undefined && { ca }) };
  const certificate = parse(cert, 'SECRETS_CERT', 'a certificate', refuse);
  if (!certificate.checkPrivateKey(privateKey(key, refuse)))
    throw new SecretError(name, "SECRETS_KEY is not the key of SECRETS_CERT's certificate");
  return { ...(ca !== undefined && { ca }), cert, key };
};

/** Throws SecretError. */
export const readVaultSettings = async (name: string, deps: LocationDeps): Promise<VaultSettings> => {
  const namespace = header('VAULT_NAMESPACE', deps.env['VAULT_NAMESPACE'], name);
  const roleId = deps.env['VAULT_ROLE_ID'] || undefined;
  const token = header(
    'the content of VAULT_TOKEN_FILE',
    await optionalFile('VAULT_TOKEN_FILE', SECRET, name, deps),
    name,
  );
  const secretId = await optionalFile('VAULT_SECRET_ID_FILE', SECRET, name, deps);
  const appRole = roleId !== undefined && secretId !== undefined;
  if ((roleId !== undefined || secretId !== undefined) && (token !== undefined || !appRole)) {
    throw new SecretError(
      name,
      'set either VAULT_TOKEN_FILE, or VAULT_ROLE_ID and VAULT_SECRET_ID_FILE together',
    );
  }
  const rest = namespace === undefined ? {} : { namespace };
  if (token !== undefined) return { login: { kind: 'token', token }, ...rest };
  if (appRole) return { login: { kind: 'approle', roleId, secretId }, ...rest };
  throw new SecretError(
    name,
    'Vault needs VAULT_TOKEN_FILE, or VAULT_ROLE_ID and VAULT_SECRET_ID_FILE, in the environment',
  );
};

const optionalFile = async (
  setting: string,
  closedTo: Closed,
  name: string,
  deps: LocationDeps,
): Promise<string | undefined> => {
  const path = deps.env[setting];
  if (path === undefined || path === '') return undefined;
  try {
    return await readSecretFile({ path, name, closedTo }, deps);
  } catch (error) {
    if (!(error instanceof SecretError)) throw error;
    // Not as something that may be missing: it was set.
    throw new SecretError(name, `${setting}: ${error.reason}`, { cause: error });
  }
};

/** Refuses what cannot stand in a header, without showing it. */
const header = (what: string, value: string | undefined, name: string): string | undefined => {
  if (value === undefined || value === '') return undefined;
  if (!/^[\x21-\x7e]+$/.test(value))
    throw new SecretError(name, `${what} must be printable ASCII without spaces`);
  return value;
};

type Refuse = (reason: string, cause: unknown) => SecretError;

const parse = (pem: string, setting: string, what: string, refuse: Refuse): X509Certificate => {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw refuse(`${setting} holds no PEM of ${what}`, error);
  }
};

const privateKey = (pem: string, refuse: Refuse) => {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw refuse('SECRETS_KEY holds no unencrypted private key in PEM', error);
  }
};
