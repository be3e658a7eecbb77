import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { createAuthority } from '@countersign/rpc/test/certificates';
import { createFakeVault, type FakeVault } from './fake-vault';
import { startHttpsServer, type RunningServer } from './https-server';
import { createVaultClient, vaultContract, type VaultClient, type VaultUnderTest } from './vault-contract';

describe('the fake', () => {
  let fake: FakeVault;
  let server: RunningServer;
  let under: VaultUnderTest;
  let substitute: RequestListener | undefined;
  let dir: string;

  beforeAll(async () => {
    const authority = await createAuthority();
    const { cert, key } = await authority.issue('vault');
    fake = createFakeVault();
    server = await startHttpsServer({ cert, key }, (request, response) =>
      (substitute ?? fake.answer)(request, response),
    );
    under = { origin: server.origin, ca: authority.ca, token: fake.rootToken };
    dir = mkdtempSync(join(tmpdir(), 'countersign-vault-'));
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dir, { recursive: true });
  });

  describe('keeps the contract', () => vaultContract(() => under));

  describe('and what a real one is not made to do', () => {
    let client: VaultClient;
    beforeAll(async () => {
      client = createVaultClient(dir, 'kv', () => under);
      await client.admin('POST', 'sys/mounts/kv', { type: 'kv' });
      await client.put('aes', { value: 'sécret' });
    });
    const fail = async (more: Record<string, string>) =>
      (await client.failure(client.reference('aes'), client.env(more))).message;

    it('says that it is sealed: another share may do', async () => {
      fake.sealed = true;
      const error = await client.failure(client.reference('aes'), client.env());
      fake.sealed = false;
      expect(error.message).toContain('Vault is sealed, or has no active node (503)');
      expect(error.unavailable).toBe(true);
    });

    it('is told the namespace, also at the login', async () => {
      await client.admin('POST', 'auth/approle/role/r', { token_policies: [] });
      const { body } = await client.admin('GET', 'auth/approle/role/r/role-id');
      const role = { VAULT_ROLE_ID: body.data['role_id'] ?? '', VAULT_SECRET_ID_FILE: client.file('wrong') };
      fake.namespaces.length = 0;
      await client.reveal(client.reference('aes'), client.env({ VAULT_NAMESPACE: 'team/a' }));
      await fail({ VAULT_NAMESPACE: 'team/b', VAULT_TOKEN_FILE: '', ...role });
      await client.reveal(client.reference('aes'), client.env());
      expect(fake.namespaces).toEqual(['team/a', 'team/b', undefined]);
    });

    it('is not asked when a setting is missing or wrong, which is named', async () => {
      const role = { VAULT_ROLE_ID: 'r', VAULT_SECRET_ID_FILE: client.file('hunter2') };
      const either = 'set either VAULT_TOKEN_FILE, or VAULT_ROLE_ID and VAULT_SECRET_ID_FILE together';
      fake.namespaces.length = 0;
      expect(await fail({ VAULT_TOKEN_FILE: '' })).toContain(
        'Vault needs VAULT_TOKEN_FILE, or VAULT_ROLE_ID',
      );
      expect(await fail(role)).toContain(either);
      expect(await fail({ VAULT_TOKEN_FILE: '', VAULT_ROLE_ID: 'r' })).toContain(either);
      expect(await fail({ ...role, VAULT_TOKEN_FILE: '', VAULT_ROLE_ID: '' })).toContain(either);
      expect(await fail({ VAULT_TOKEN_FILE: '/nowhere' })).toContain(
        'VAULT_TOKEN_FILE: the file cannot be read',
      );
      const injected = await fail({ VAULT_TOKEN_FILE: client.file('hunter2\r\nx-more: 1') });
      expect(injected).toContain('the content of VAULT_TOKEN_FILE must be printable ASCII');
      expect(injected).not.toContain('hunter2');
      expect(await fail({ VAULT_NAMESPACE: 'a b' })).toContain('VAULT_NAMESPACE must be printable ASCII');
      expect(fake.namespaces).toEqual([]);
    });

    it('is believed nothing that has not the form of its answers', async () => {
      const bodies = [
        '',
        'null',
        '[]',
        '{"data":null}',
        '{"data":{"data":{"value":["hunter2"]}}}',
        'hunter2',
      ];
      for (const body of bodies) {
        substitute = (_, response) => void response.end(body);
        const error = await client.failure(client.reference('aes'), client.env());
        expect(error.message).toMatch(/the secret has no such field, or it is not a text, or empty$/);
        expect(error.unavailable).toBe(false);
      }
      substitute = undefined;
    });
  });
});

// Set by `npm run test:vault`, which says so when there is none.
const origin = process.env['COUNTERSIGN_TEST_VAULT'];
if (origin !== undefined) {
  describe(`the Vault at ${origin}`, () => {
    const cacert = process.env['VAULT_CACERT'];
    const ca = cacert === undefined ? rootCertificates.join('\n') : readFileSync(cacert, 'utf8');
    vaultContract(() => ({ origin, ca, token: process.env['VAULT_TOKEN'] ?? '' }));
  });
}
