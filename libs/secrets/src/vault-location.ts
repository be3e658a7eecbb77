/**
 * Reads one field of a secret that HashiCorp Vault keeps in a key/value engine of version 2. The newest version is
 * read; one that was deleted or destroyed is an error that says so. With an AppRole a token is had for each reading and
 * forgotten after it.
 *
 * Vault's HTTP interface: https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version and
 * …/api-docs/auth/approle#login-with-approle. Of a refusal only the status is told, and of a version that is gone its
 * dates: Vault repeats what it was given in some of its errors.
 */
import { type HttpsReply, isPassing, requestHttps, WITHIN_MS } from './https-request';
import type { LocationDeps } from './location-deps';
import type { VaultReference } from './remote-reference';
import { readTlsSettings, readVaultSettings, type VaultLogin } from './remote-settings';
import { SecretError } from './secret-error';

/** Taken as it is. Throws SecretError: `unavailable` when Vault cannot be had, or has nothing there for us. */
export const readVault = async (
  { url, field }: VaultReference,
  name: string,
  deps: LocationDeps,
): Promise<string> => {
  const tls = await readTlsSettings(name, deps);
  const { login, namespace } = await readVaultSettings(name, deps);
  const headers = {
    'x-vault-request': 'true',
    ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
  };
  const ask = (path: string, more: { headers?: Record<string, string>; json?: unknown }) =>
    requestHttps({
      ...more,
      url: path,
      name,
      tls,
      withinMs: WITHIN_MS,
      headers: { ...headers, ...more.headers },
    });
  const token = await tokenOf(login, name, (json) =>
    ask(new URL('/v1/auth/approle/login', url).href, { json }),
  );
  const reply = await ask(url, { headers: { 'x-vault-token': token } });
  if (reply.status !== 200)
    throw new SecretError(name, explain(reply), { unavailable: isPassing(reply.status) });
  const value = member(member(member(objectIn(reply.text), 'data'), 'data'), field);
  if (typeof value !== 'string' || value === '')
    throw new SecretError(name, 'the secret has no such field, or it is not a text, or empty');
  return value;
};

const tokenOf = async (
  login: VaultLogin,
  name: string,
  ask: (json: unknown) => Promise<HttpsReply>,
): Promise<string> => {
  if (login.kind === 'token') return login.token;
  const reply = await ask({ role_id: login.roleId, secret_id: login.secretId });
  if (reply.status === 400)
    // Also what Vault says of a secret id that has expired or is used up, which is no reason not to use other shares.
    throw new SecretError(name, 'AppRole login: Vault does not accept the role id with this secret id', {
      unavailable: true,
    });
  if (reply.status !== 200) {
    throw new SecretError(name, `AppRole login: ${explain(reply)}`, {
      unavailable: isPassing(reply.status),
    });
  }
  const token = member(member(objectIn(reply.text), 'auth'), 'client_token');
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token))
    throw new SecretError(name, 'AppRole login: the answer holds no token');
  return token;
};

const explain = ({ status, text }: HttpsReply): string => {
  switch (status) {
    case 403:
      return 'Vault refuses (403): the token is unknown or has expired, or its policies do not let it read this path';
    case 404:
      return gone(member(member(objectIn(text), 'data'), 'metadata'));
    case 503:
      return 'Vault is sealed, or has no active node (503)';
    default:
      return `Vault answers with status ${status}`;
  }
};

const gone = (metadata: unknown): string => {
  if (member(metadata, 'destroyed') === true) return 'the newest version of the secret was destroyed (404)';
  const at = member(metadata, 'deletion_time');
  return typeof at === 'string' && /^[0-9T:.Z+-]{10,40}$/.test(at)
    ? `the newest version of the secret was deleted at ${at} (404); vault kv undelete brings it back`
    : 'Vault has nothing there (404); the path must be that of a secret in a key/value engine of version 2';
};

const objectIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
