/**
 * `npm run test:vault`: what a `vault:` reference promises, tried on the HashiCorp Vault at VAULT_ADDR with a VAULT_TOKEN
 * that may administer it (VAULT_CACERT: PEM file of its authority, instead of the public ones). It makes a key/value
 * engine, a policy and an AppRole with names of their own, and takes them away again; AppRole itself is enabled where it
 * was not, and stays. Without an address nothing is tried, and it says so.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const main = async (): Promise<number> => {
  const { VAULT_ADDR: address = '', VAULT_TOKEN: token = '' } = process.env;
  if (address === '') {
    say('vault: NOT RUN: VAULT_ADDR is not set; the tests of libs/secrets use a fake of its protocol');
    return 0;
  }
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:' || token === '') {
    say('vault: VAULT_ADDR must be an https address, and VAULT_TOKEN set');
    return 2;
  }
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const config = join(root, 'tools/checks/jest.config.js');
  const args = ['--config', config, '--rootDir', '.', '--runInBand', '--testPathPatterns', 'test/vault.spec'];
  const child = spawn(process.execPath, [jest, ...args], {
    cwd: join(root, 'libs/secrets'),
    env: { ...process.env, COUNTERSIGN_TEST_VAULT: new URL(address).origin },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code === 0) say(`vault: ran against ${new URL(address).origin}`);
  return code ?? 1;
};

main()
  .then((code) => void (process.exitCode = code))
  .catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
