/**
 * What a `vault:` reference promises, tried on a Vault: the fake in every run, a real one where it was named. Everything
 * it makes there has a name of its own and is taken away again, but for the AppRole method, which may have been there.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { resolveSecret } from '../src/resolve-secret';
import { SecretError } from '../src/secret-error';
import { split } from '../src/split';

export interface VaultUnderTest {
  /** Without a slash at its end. */
  readonly origin: string;
  /** PEM */
  readonly ca: string;
  /** May do everything. */
  readonly token: string;
}

export interface VaultClient {
  readonly reference: (path: string, field?: string) => string;
  readonly put: (path: string, data: object) => Promise<void>;
  readonly admin: (method: string, path: string, body?: object) => Promise<Reply>;
  /** A file with the content, that only its owner may read. */
  readonly file: (content: string) => string;
  readonly env: (more?: Record<string, string>) => Record<string, string>;
  readonly reveal: (reference: string, env: Record<string, string>) => Promise<string>;
  readonly failure: (reference: string, env: Record<string, string>) => Promise<SecretError>;
}

interface Reply {
  readonly status: number;
  readonly body: { readonly auth: Record<string, string>; readonly data: Record<string, string> };
}

export const createVaultClient = (dir: string, mount: string, vault: () => VaultUnderTest): VaultClient => {
  let files = 0;
  const file = (content: string): string => {
    const path = join(dir, `file-${(files += 1)}`);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const admin = (method: string, path: string, body?: object): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { origin, ca, token } = vault();
      const sent = request(`${origin}/v1/${path}`, {
        method,
        ca,
        agent: false,
        headers: { 'x-vault-token': token },
      });
      sent.on('error', reject).on('response', (response) => {
        textOf(response).then((text) => {
          const status = response.statusCode ?? 0;
          if (status < 300) resolve({ status, body: JSON.parse(text || '{}') as Reply['body'] });
          else reject(new Error(`${method} ${path}: ${status} ${text}`));
        }, reject);
      });
      sent.end(body && JSON.stringify(body));
    });
  const resolve = (reference: string, env: Record<string, string>) =>
    resolveSecret(reference, { env, development: false, report: () => undefined });
  return {
    file,
    admin,
    reference: (path, field = 'value') => `vault:${vault().origin}/v1/${mount}/data/${path}#${field}`,
    put: async (path, data) => void (await admin('POST', `${mount}/data/${path}`, { data })),
    env: (more) => ({ SECRETS_CA: file(vault().ca), VAULT_TOKEN_FILE: file(vault().token), ...more }),
    reveal: async (reference, env) => (await resolve(reference, env)).reveal(),
    failure: async (reference, env) => {
      const error: unknown = await resolve(reference, env).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(SecretError);
      return error as SecretError;
    },
  };
};

/** Until Vault has made the engine ready for version 2. */
const insist = async (act: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return void (await act());
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};

export const vaultContract = (vault: () => VaultUnderTest): void => {
  const own = `countersign-test-${randomBytes(4).toString('hex')}`;
  const dir = mkdtempSync(join(tmpdir(), 'countersign-vault-'));
  const { reference, put, admin, file, env, reveal, failure } = createVaultClient(dir, own, vault);

  beforeAll(async () => {
    await admin('POST', `sys/mounts/${own}`, { type: 'kv', options: { version: '2' } });
    await insist(() => put('open/aes', { value: 'sécret 🔑\n', other: 'another', number: 7, empty: '' }));
    await put('closed/aes', { value: 'hunter2' });
    const policy = `path "${own}/data/open/*" { capabilities = ["read"] }`;
    await admin('POST', `sys/policies/acl/${own}`, { policy });
    await admin('POST', 'sys/auth/approle', { type: 'approle' }).catch(() => undefined);
    await admin('POST', `auth/approle/role/${own}`, { token_policies: [own], token_ttl: '1m' });
  });
  afterAll(async () => {
    await admin('DELETE', `auth/approle/role/${own}`);
    await admin('DELETE', `sys/policies/acl/${own}`);
    await admin('DELETE', `sys/mounts/${own}`);
    rmSync(dir, { recursive: true });
  });

  const limited = async (): Promise<string> => {
    const made = await admin('POST', 'auth/token/create', { policies: [own], ttl: '1m' });
    return made.body.auth['client_token'] ?? '';
  };
  const approle = async (): Promise<Record<string, string>> => {
    const { body: role } = await admin('GET', `auth/approle/role/${own}/role-id`);
    const { body: secret } = await admin('POST', `auth/approle/role/${own}/secret-id`, {});
    return {
      VAULT_TOKEN_FILE: '',
      VAULT_ROLE_ID: role.data['role_id'] ?? '',
      VAULT_SECRET_ID_FILE: file(secret.data['secret_id'] ?? ''),
    };
  };

  it('gives the field, as it is', async () => {
    expect(await reveal(reference('open/aes'), env())).toBe('sécret 🔑\n');
    expect(await reveal(reference('open/aes', 'other'), env())).toBe('another');
  });

  it('gives the newest version', async () => {
    await put('open/new', { value: 'old' });
    await put('open/new', { value: 'new' });
    expect(await reveal(reference('open/new'), env())).toBe('new');
  });

  it.each(['absent', 'number', 'empty', '__proto__'])(
    'refuses the field %s, and does not call it missing',
    async (field) => {
      const error = await failure(reference('open/aes', field), env());
      expect(error.message).toContain('the secret has no such field, or it is not a text, or empty');
      expect(error.unavailable).toBe(false);
    },
  );

  it('says that nothing is there', async () => {
    const error = await failure(reference('open/absent'), env());
    expect(error.message).toContain('Vault has nothing there (404)');
    expect(error.unavailable).toBe(true);
  });

  it('says that the newest version was deleted, or destroyed', async () => {
    await put('open/gone', { value: 'old' });
    await put('open/gone', { value: 'hunter2' });
    await admin('DELETE', `${own}/data/open/gone`);
    expect((await failure(reference('open/gone'), env())).message).toMatch(
      /the newest version of the secret was deleted at 20\d\d-[0-9T:.-]+Z \(404\)/,
    );
    await admin('PUT', `${own}/destroy/open/gone`, { versions: [2] });
    expect((await failure(reference('open/gone'), env())).message).toContain(
      'the newest version of the secret was destroyed (404)',
    );
  });

  it('reads with a token what its policy allows, and says that it refuses the rest', async () => {
    const token = { VAULT_TOKEN_FILE: file(`${await limited()}\n`) };
    expect(await reveal(reference('open/aes', 'other'), env(token))).toBe('another');
    const error = await failure(reference('closed/aes'), env(token));
    expect(error.message).toContain('Vault refuses (403)');
    expect(error.message).not.toContain('hunter2');
  });

  it('refuses an unknown token without showing it', async () => {
    const error = await failure(reference('open/aes'), env({ VAULT_TOKEN_FILE: file('hvs.unknown') }));
    expect(error.message).toContain('Vault refuses (403)');
    expect(error.message).not.toContain('hvs.unknown');
  });

  it('logs in with an AppRole, for each reading anew', async () => {
    const role = env(await approle());
    expect(await reveal(reference('open/aes', 'other'), role)).toBe('another');
    expect(await reveal(reference('open/aes', 'other'), role)).toBe('another');
    expect((await failure(reference('closed/aes'), role)).message).toContain('Vault refuses (403)');
  });

  it('says that Vault does not accept an AppRole, without showing it', async () => {
    const role = await approle();
    const wrong = { ...role, VAULT_SECRET_ID_FILE: file('wrong-secret-id') };
    const error = await failure(reference('open/aes'), env(wrong));
    expect(error.message).toContain('AppRole login: Vault does not accept the role id with this secret id');
    expect(error.message).not.toContain('wrong-secret-id');
    expect(error.unavailable).toBe(true);
  });

  it('gives shares, and does without one that is not there', async () => {
    const shares = split('hunter2', { threshold: 2, shares: 3 });
    await put('open/share-1', { share: shares[0] });
    await put('open/share-3', { share: shares[2] });
    const list = [1, 2, 3].map((at) => reference(`open/share-${at}`, 'share'));
    expect(await reveal(`shamir:2:${list.join(',')}`, env())).toBe('hunter2');
  });
};
