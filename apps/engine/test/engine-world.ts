/** The handlers of one engine on a given store, with what they need that is no part of it. */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createAggregates, createCommands, createProposedChanges } from '@countersign/commands';
import { createSigner } from '@countersign/evidence';
import { isFault, parseUpdateRules } from '@countersign/policy';
import type { AdminHandlers, CallContext, CallbackHandlers, Limit } from '@countersign/rpc';
import { createCountersigner } from '@countersign/salt';
import type { Store } from '@countersign/store';
import { createEventWait } from '../src/event-wait';
import { changeMethods } from '../src/change-methods';
import { adminHandlers, callbackHandlers } from '../src/handlers';
import { createNotary } from '../src/notary';
import { createHashed } from '../src/once';
import type { Passwords } from '../src/passwords';
import { createUsernameKey } from '../src/usernames';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const cause = { actor: 'test', reason: 'test', idempotencyKey: '' };
export const limitOf = (part: Partial<Limit>): Limit => ({
  kind: 'transaction',
  measure: '',
  durationMs: 0,
  unit: '',
  zone: '',
  startsOn: 0,
  perDestination: false,
  max: '1',
  ...part,
});

/** A completion settles by reference what was moved. */
const updateRules = parseUpdateRules({
  schema: 1,
  types: [
    {
      name: 'omnibus.transaction_completed',
      trusted: true,
      effect: 'settle',
      match: { by: 'reference', path: '/reference' },
      amount: '/amount',
    },
  ],
  rules: [
    {
      name: 'completed',
      type: 'omnibus.transaction_completed',
      when: [{ path: '/event', equals: 'completed' }],
    },
  ],
});
export const x = 'a challenge';
const auditKey = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

export interface World {
  readonly store: Store;
  readonly ask: CallbackHandlers;
  readonly admin: AdminHandlers;
  readonly checked: (string | undefined)[];
  readonly logged: object[];
  readonly clock: { now: number };
}

/** Counts what would have been hashed; the real thing is tested in passwords.spec.ts. */
const countingPasswords = (checked: (string | undefined)[]): Passwords => ({
  hash: async (password) => `hash of ${password}`,
  verify: async (stored, password) => {
    checked.push(stored);
    return stored === `hash of ${password}`;
  },
});

export const context = (method: string, ms = 30_000): CallContext => ({
  method,
  peer: 'test',
  requestId: 'r-1',
  deadline: Date.now() + ms,
  signal: new AbortController().signal,
});

export function world(store: Store): World {
  const checked: (string | undefined)[] = [];
  const logged: object[] = [];
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const log = {
    info: (fields: object) => void logged.push(fields),
    warn: () => undefined,
    error: () => undefined,
    child: () => log,
  };
  const aggregates = createAggregates({ store, now: Date.now });
  const newId = () => randomBytes(24).toString('base64url');
  const commandDeps = { ...aggregates, store, now, newId, updateRules };
  const commands = createCommands(commandDeps);
  const deps = {
    ...aggregates,
    commands,
    proposedChanges: createProposedChanges({ ...commandDeps, commands, methods: changeMethods }),
    store,
    eventWait: createEventWait({ store, maxWaiting: 8 }),
    notary: createNotary({
      store,
      checkpoints: aggregates.checkpoints,
      signer: createSigner(auditKey),
      now: Date.now,
    }),
    passwords: countingPasswords(checked),
    usernameKey: createUsernameKey('pepper'),
    hashed: createHashed('pepper'),
    countersigner: createCountersigner({ salt: 'salt', mode: 'derived' }),
    now,
    log,
    countDecision: () => undefined,
    countNotification: () => undefined,
  };
  return { store, ask: callbackHandlers(deps), admin: adminHandlers(deps), checked, logged, clock };
}

/** Two chains whose addresses are of no known form, no cooling-off, and a user with 10 a on the first. */
export async function populate({ admin, clock }: World, uid: string): Promise<void> {
  const at = context('Admin');
  for (const chainId of ['a', 'b']) {
    await admin.enableChain({ cause, chainId, limits: [limitOf({})], family: '', existing: false }, at);
  }
  await admin.changeSettings({ cause, coolingOffMs: 0, balanceMaxAgeMs: 60_000, loosening: '' }, at);
  const hashes = { hashedUsername: sha256(uid), hashedPassword: sha256('password') };
  await admin.createUser({ cause, uid, role: 'signer', tier: '', ...hashes }, at);
  const place = { chainId: 'a', address: 'addr', tag: '', label: '', expiresAtMs: 0 };
  await admin.addDestination({ cause, uid, ...place }, at);
  await admin.pushBalance({ cause, uid, chainId: 'a', amount: '10', asOfMs: clock.now }, at);
}

export const registerPermit = async ({ admin }: World, uid: string, amount = '0.5'): Promise<string> => {
  const intent = { kind: 'transfer', chainId: 'a', amount, address: 'addr', tag: '', lifetimeMs: 0 };
  return (await admin.registerPermit({ cause, uid, ...intent }, context('Admin'))).referenceId;
};

export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
};
