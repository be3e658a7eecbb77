import { createHash, randomUUID } from 'node:crypto';
import type { Decision } from '@countersign/policy';
import type {
  AdminClient,
  EffectiveLimit,
  Event,
  Limit,
  Permit,
  PolicyChange,
  Settings,
  User,
} from '@countersign/rpc';
import { createInsist, unlessMade } from './insist';

/**
 * The crypto platform whose backend this is, as far as a demonstration needs one: its ledger, its risk department and
 * its operators. All of its commands may be repeated.
 */
export interface Platform {
  /** Resolves when the engine can be asked, or after a second of waiting for it. */
  waitForEngine(): Promise<void>;

  enableChain(chainId: string, limits: readonly Limit[]): Promise<void>;
  /** What is left out stays. */
  changeSettings(settings: Partial<Settings>): Promise<void>;
  createTier(tierId: string, rules: { readonly coolingOffMs: number }): Promise<void>;
  setTierLimits(tierId: string, chainId: string, limits: readonly Limit[]): Promise<void>;
  freeze(scope: 'tier' | 'user', subject: string, frozen: boolean): Promise<void>;

  createUser(user: Person): Promise<void>;
  suspendUser(uid: string): Promise<void>;
  joinTier(uid: string, tier: string): Promise<void>;
  setUserLimits(uid: string, chainId: string, limits: readonly Limit[]): Promise<void>;
  createMachine(machineId: string, uid: string): Promise<void>;
  suspendMachine(machineId: string): Promise<void>;
  addDestination(uid: string, chainId: string, address: string, label: string): Promise<void>;
  /** Throws Fault `forbidden` without the second person that the platform's settings ask for. */
  waiveCoolingOff(uid: string, chainId: string, address: string): Promise<void>;
  /** Proposes what one person may not do alone, and resolves with the id that another may approve. */
  propose(change: PolicyChange): Promise<string>;
  /** Throws Fault `forbidden` for the one who proposed it. */
  approve(changeId: string, approver: string): Promise<void>;
  pushBalance(uid: string, chainId: string, amount: string): Promise<void>;

  /** Resolves with the reference that the operation carries. */
  registerPermit(permit: Intent): Promise<string>;
  /** `amount` left out: what was held. */
  settlePermit(uid: string, reference: string, amount?: string): Promise<void>;
  /** An operator's word that a suspect hold's operation never happened. */
  reconcileReleased(uid: string, reference: string, reason: string): Promise<void>;
  /** Gives up all permits that are live or held. */
  releaseAll(uid: string): Promise<void>;

  getPermit(uid: string, reference: string): Promise<Permit>;
  getUser(uid: string): Promise<User>;
  effectiveLimits(uid: string, chainId: string): Promise<readonly EffectiveLimit[]>;
  /** All that was decided about a user, oldest first. */
  decisions(uid: string): Promise<readonly Decision[]>;
  /** The latest answer to a read of this permit, explained. */
  explain(uid: string, reference: string): Promise<Decision>;
  /** A user's events as everybody sees them, which may be a moment after they were acknowledged. */
  events(uid: string): Promise<readonly Event[]>;
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

/** Whose word all of it is, unless somebody else's is asked for. */
export const PROPOSER = 'demo-platform';
const PAGE = 1000;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export interface PlatformOptions {
  /** Is shown the hashes of every login that is enrolled. */
  readonly onCredentials?: (hashes: {
    readonly hashedUsername: string;
    readonly hashedPassword: string;
  }) => void;
}

export function createPlatform(admin: AdminClient, { onCredentials }: PlatformOptions = {}): Platform {
  const insist = createInsist(admin);
  const cause = { actor: PROPOSER, reason: 'demonstration', idempotencyKey: '' };

  async function decisions(uid: string): Promise<readonly Decision[]> {
    const found: Decision[] = [];
    let afterSeq = 0;
    do {
      const page = await insist((options) => admin.listDecisions({ uid, afterSeq, limit: PAGE }, options));
      found.push(...page.decisions.map(({ json }) => JSON.parse(json) as Decision));
      afterSeq = page.nextAfterSeq;
    } while (afterSeq !== 0);
    return found;
  }

  return {
    async waitForEngine() {
      await admin.waitForReady(Date.now() + 1_000).catch(() => undefined);
    },

    async enableChain(chainId, limits) {
      const chain = { cause, chainId, limits: [...limits], family: '', existing: false };
      await insist((options) => admin.enableChain(chain, options));
    },
    async changeSettings({ loosening = '', ...durations }) {
      const settings = { cause, loosening, ...durations };
      await insist((options) => admin.changeSettings(settings, options));
    },
    async createTier(tierId, { coolingOffMs }) {
      const tier = { cause, tierId, mode: 'permit', coolingOffMs };
      await unlessMade(insist((options) => admin.createTier(tier, options)));
    },
    async setTierLimits(tierId, chainId, limits) {
      await insist((options) =>
        admin.setTierLimits({ cause, tierId, chainId, limits: [...limits] }, options),
      );
    },
    async freeze(scope, subject, frozen) {
      await insist((options) => admin.setFreeze({ cause, scope, subject, frozen }, options));
    },

    async createUser({ uid, login }) {
      const hashedUsername = login === undefined ? '' : sha256(login.username);
      const hashedPassword = login === undefined ? '' : sha256(login.password);
      if (login !== undefined) onCredentials?.({ hashedUsername, hashedPassword });
      const user = { cause, uid, role: 'signer', hashedUsername, hashedPassword, tier: '' };
      await unlessMade(insist((options) => admin.createUser(user, options)));
    },
    async suspendUser(uid) {
      const user = { cause, uid, role: '', status: 'suspended', tier: '', noTier: false };
      await insist((options) => admin.updateUser(user, options));
    },
    async joinTier(uid, tier) {
      const user = { cause, uid, role: '', status: '', tier, noTier: false };
      await insist((options) => admin.updateUser(user, options));
    },
    async setUserLimits(uid, chainId, limits) {
      await insist((options) => admin.setUserLimits({ cause, uid, chainId, limits: [...limits] }, options));
    },
    async createMachine(machineId, uid) {
      const machine = { cause, machineId, uid, role: 'signer' };
      await unlessMade(insist((options) => admin.createMachine(machine, options)));
    },
    async suspendMachine(machineId) {
      await insist((options) => admin.updateMachine({ cause, machineId, status: 'suspended' }, options));
    },
    async addDestination(uid, chainId, address, label) {
      const destination = { cause, uid, chainId, address, label, tag: '', expiresAtMs: 0 };
      await unlessMade(insist((options) => admin.addDestination(destination, options)));
    },
    async waiveCoolingOff(uid, chainId, address) {
      const waiver = { cause, uid, chainId, address, tag: '' };
      await insist((options) => admin.waiveCoolingOff(waiver, options));
    },
    async propose(change) {
      const proposal = { cause: { ...cause, idempotencyKey: randomUUID() }, change };
      return (await insist((options) => admin.proposeChange(proposal, options))).changeId;
    },
    async approve(changeId, approver) {
      const word = { cause: { ...cause, actor: approver, idempotencyKey: randomUUID() }, changeId };
      await insist((options) => admin.approveChange(word, options));
    },
    async pushBalance(uid, chainId, amount) {
      const balance = { cause, uid, chainId, amount, asOfMs: Date.now() };
      await insist((options) => admin.pushBalance(balance, options));
    },

    async registerPermit(intent) {
      const permit = { cause, kind: 'transfer', tag: '', ...intent };
      return (await insist((options) => admin.registerPermit(permit, options))).referenceId;
    },
    async settlePermit(uid, referenceId, amount = '') {
      await insist((options) => admin.settlePermit({ cause, uid, referenceId, amount }, options));
    },
    async reconcileReleased(uid, referenceId, reason) {
      const word = { cause: { ...cause, reason }, uid, referenceId, outcome: 'released', amount: '' };
      await insist((options) => admin.reconcilePermit(word, options));
    },
    async releaseAll(uid) {
      const { permits } = await insist((options) => admin.getUser({ uid }, options));
      for (const { referenceId } of permits) {
        await insist((options) => admin.releasePermit({ cause, uid, referenceId }, options));
      }
    },

    getPermit: (uid, referenceId) => insist((options) => admin.getPermit({ uid, referenceId }, options)),
    getUser: (uid) => insist((options) => admin.getUser({ uid }, options)),
    async effectiveLimits(uid, chainId) {
      return (await insist((options) => admin.getEffectiveLimits({ uid, chainId }, options))).limits;
    },
    decisions,
    async explain(uid, reference) {
      const last = (await decisions(uid)).filter(({ referenceId }) => referenceId === reference).at(-1);
      if (last === undefined) throw new Error(`nothing was decided about ${reference}`);
      return last;
    },
    async events(uid) {
      const found: Event[] = [];
      for (let afterPosition = 0; ;) {
        const { events } = await insist((options) =>
          admin.listEvents({ afterPosition, limit: PAGE, waitMs: 0, kind: '', id: '' }, options),
        );
        found.push(...events.filter(({ kind, id }) => kind === 'user' && id === uid));
        const last = events.at(-1);
        if (last === undefined || events.length < PAGE) return found;
        afterPosition = last.position;
      }
    },
  };
}
