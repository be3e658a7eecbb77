import { createHash, randomUUID } from 'node:crypto';
import { isFault } from '@countersign/policy';
import type { AdminClient } from '@countersign/rpc';

/**
 * The crypto platform whose backend this is, as far as a demonstration needs one: it creates users, pushes balances and
 * registers permits, and asks again while the engine is away, as a well-behaved internal service would.
 */
export interface Platform {
  /** Resolves when the engine can be asked, or after a second of waiting for it. */
  waitForEngine(): Promise<void>;
  enableChain(chainId: string, perTransaction: string): Promise<void>;
  createUser(user: Person): Promise<void>;
  suspendUser(uid: string): Promise<void>;
  createMachine(machineId: string, uid: string): Promise<void>;
  suspendMachine(machineId: string): Promise<void>;
  setLimit(uid: string, chainId: string, perTransaction: string): Promise<void>;
  addDestination(uid: string, chainId: string, address: string, label: string): Promise<void>;
  pushBalance(uid: string, chainId: string, amount: string): Promise<void>;
  freezeUser(uid: string, frozen: boolean): Promise<void>;
  /** Resolves with the reference that the operation carries. */
  registerPermit(permit: Intent): Promise<string>;
}

export interface Person {
  readonly uid: string;
  /** Absent for an account that only a machine acts for. */
  readonly login?: { readonly username: string; readonly password: string };
}

export interface Intent {
  readonly uid: string;
  readonly chainId: string;
  readonly amount: string;
  readonly address: string;
  readonly lifetimeMs: number;
}

const PATIENCE_MS = 15_000;
const CALL_MS = 3_000;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export function createPlatform(admin: AdminClient): Platform {
  const cause = { actor: 'demo-platform', reason: 'demonstration' };

  /** Every command here can be repeated without harm; that it was already done is as good as doing it. */
  async function insist<T>(
    call: (options: { requestId: string; deadline: number }) => Promise<T>,
  ): Promise<T | undefined> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        await admin.waitForReady(until);
        return await call({ requestId: randomUUID(), deadline: Date.now() + CALL_MS });
      } catch (error) {
        if (isFault(error, 'already_exists')) return undefined;
        if (!isFault(error, 'unavailable', 'deadline') || Date.now() > until) throw error;
      }
    }
  }

  return {
    async waitForEngine() {
      await admin.waitForReady(Date.now() + 1_000).catch(() => undefined);
    },
    async enableChain(chainId, perTransaction) {
      await insist((options) => admin.enableChain({ cause, chainId, perTransaction }, options));
    },
    async createUser({ uid, login }) {
      const hashedUsername = login === undefined ? '' : sha256(login.username);
      const hashedPassword = login === undefined ? '' : sha256(login.password);
      const user = { cause, uid, role: 'signer', hashedUsername, hashedPassword };
      await insist((options) => admin.createUser(user, options));
    },
    async suspendUser(uid) {
      await insist((options) => admin.updateUser({ cause, uid, role: '', status: 'suspended' }, options));
    },
    async createMachine(machineId, uid) {
      await insist((options) => admin.createMachine({ cause, machineId, uid, role: 'signer' }, options));
    },
    async suspendMachine(machineId) {
      await insist((options) => admin.updateMachine({ cause, machineId, status: 'suspended' }, options));
    },
    async setLimit(uid, chainId, perTransaction) {
      await insist((options) => admin.setLimit({ cause, uid, chainId, perTransaction }, options));
    },
    async addDestination(uid, chainId, address, label) {
      await insist((options) => admin.addDestination({ cause, uid, chainId, address, label }, options));
    },
    async pushBalance(uid, chainId, amount) {
      const balance = { cause, uid, chainId, amount, asOfMs: Date.now() };
      await insist((options) => admin.pushBalance(balance, options));
    },
    async freezeUser(uid, frozen) {
      await insist((options) => admin.setFreeze({ cause, scope: 'user', subject: uid, frozen }, options));
    },
    async registerPermit(intent) {
      const permit = { cause, kind: 'transfer', ...intent };
      const reply = await insist((options) => admin.registerPermit(permit, options));
      if (reply === undefined) throw new Error('the permit was not registered');
      return reply.referenceId;
    },
  };
}
