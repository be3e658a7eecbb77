/**
 * As much of HashiCorp Vault's HTTP interface as the contract in vault-contract.ts uses, over HTTPS and in memory: key/
 * value engines of version 2, policies that give read on a prefix, tokens, AppRole, the seal. Statuses and shapes of its
 * answers are those that Vault's documentation and the source of version 1.21.4 give; the same contract
 * was seen to hold on that version as a server (decision 0025), and `npm run test:vault` runs it on any.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { text as textOf } from 'node:stream/consumers';

interface Version {
  readonly data: unknown;
  deletedAt: string;
  destroyed: boolean;
}

type Body = Readonly<Record<string, unknown>>;
type Answer = readonly [status: number, body?: unknown];

export interface FakeVault {
  readonly rootToken: string;
  readonly answer: RequestListener;
  /** Tokens that were made by logging in, and have not been revoked. */
  logins(): number;
  /** What each request carried as its namespace. */
  readonly namespaces: (string | undefined)[];
  sealed: boolean;
}

export const createFakeVault = (): FakeVault => {
  const rootToken = `hvs.${randomUUID()}`;
  const tokens = new Map<string, readonly string[]>();
  const policies = new Map<string, string>();
  const mounts = new Set<string>();
  const secrets = new Map<string, Version[]>();
  const roles = new Map<
    string,
    { readonly id: string; readonly policies: readonly string[]; secretId: string }
  >();
  let logins = 0;

  const newToken = (granted: readonly string[]): string => {
    const token = `hvs.${randomUUID()}`;
    tokens.set(token, granted);
    return token;
  };

  const mayRead = (token: string | undefined, path: string): boolean =>
    token === rootToken ||
    (tokens.get(token ?? '') ?? []).some((name) => path.startsWith(policies.get(name) ?? '\0'));

  const kv = (method: string, mount: string, action: string, path: string, body: Body): Answer => {
    const versions = secrets.get(`${mount}/${path}`) ?? [];
    const newest = versions.at(-1);
    if (action === 'data' && method === 'POST') {
      versions.push({ data: body['data'], deletedAt: '', destroyed: false });
      secrets.set(`${mount}/${path}`, versions);
      return [200, envelope({ data: { version: versions.length }, mount_type: 'kv' })];
    }
    if (newest === undefined) return [404, { errors: [] }];
    if (action === 'destroy') newest.destroyed = true;
    if (action === 'data' && method === 'DELETE') newest.deletedAt = '2026-11-21T14:00:00.123456789Z';
    if (method !== 'GET') return [204];
    const gone = newest.destroyed || newest.deletedAt !== '';
    const metadata = {
      created_time: '2026-11-21T13:00:00.123456789Z',
      custom_metadata: null,
      deletion_time: newest.deletedAt,
      destroyed: newest.destroyed,
      version: versions.length,
    };
    return [
      gone ? 404 : 200,
      envelope({ data: { data: gone ? null : newest.data, metadata }, mount_type: 'kv' }),
    ];
  };

  const login = (body: Body): Answer => {
    const role = [...roles.values()].find(({ id }) => id === body['role_id']);
    if (role === undefined || role.secretId !== body['secret_id'])
      return [400, { errors: ['invalid role or secret ID'] }];
    logins += 1;
    const auth = { client_token: newToken(role.policies), token_policies: role.policies, lease_duration: 60 };
    return [200, envelope({ auth })];
  };

  const administer = (method: string, path: string, body: Body): Answer => {
    const [, kind = '', name = '', part = ''] =
      /^(sys\/mounts|sys\/auth|sys\/policies\/acl|auth\/token|auth\/approle\/role)\/([^/]+)(?:\/(.*))?$/.exec(
        path,
      ) ?? [];
    switch (kind) {
      case 'sys/mounts':
        if (method === 'DELETE') mounts.delete(name);
        else mounts.add(name);
        return [204];
      case 'sys/auth':
        return [204];
      case 'sys/policies/acl':
        if (method === 'DELETE') policies.delete(name);
        else policies.set(name, /path "([^"*]*)\*"/.exec(String(body['policy']))?.[1] ?? '\0');
        return [204];
      case 'auth/token':
        return [200, envelope({ auth: { client_token: newToken(body['policies'] as string[]) } })];
      case 'auth/approle/role':
        return approle(method, name, part, body);
      default:
        return [404, { errors: ['no handler for route'] }];
    }
  };

  const approle = (method: string, name: string, part: string, body: Body): Answer => {
    const role = roles.get(name);
    if (method === 'DELETE') return [roles.delete(name) ? 204 : 404];
    if (part === 'role-id') return [200, envelope({ data: { role_id: role?.id } })];
    if (part === 'secret-id' && role !== undefined) {
      role.secretId = randomUUID();
      return [200, envelope({ data: { secret_id: role.secretId } })];
    }
    roles.set(name, { id: randomUUID(), policies: body['token_policies'] as string[], secretId: '' });
    return [204];
  };

  const decide = async (request: IncomingMessage): Promise<Answer> => {
    const { method = '', url = '', headers } = request;
    const token = headers['x-vault-token']?.toString();
    const path = url.replace(/^\/v1\//, '');
    const body = JSON.parse((await textOf(request)) || '{}') as Body;
    vault.namespaces.push(headers['x-vault-namespace']?.toString());
    if (vault.sealed) return [503, { errors: ['Vault is sealed'] }];
    if (path === 'auth/approle/login') return login(body);
    const [, mount = '', action = '', rest = ''] = /^([^/]+)\/(data|destroy)\/(.+)$/.exec(path) ?? [];
    if (token !== rootToken && !(method === 'GET' && mayRead(token, path)))
      return [403, { errors: ['permission denied'] }];
    return mounts.has(mount) ? kv(method, mount, action, rest, body) : administer(method, path, body);
  };

  const vault: FakeVault = {
    rootToken,
    namespaces: [],
    sealed: false,
    logins: () => logins,
    answer: (request, response) => {
      void decide(request).then(([status, body]) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(body === undefined ? undefined : `${JSON.stringify(body)}\n`);
      });
    },
  };
  return vault;
};

const envelope = (members: Body): Body => ({
  request_id: randomUUID(),
  lease_id: '',
  renewable: false,
  lease_duration: 0,
  data: null,
  wrap_info: null,
  warnings: null,
  auth: null,
  mount_type: '',
  ...members,
});
