import { isDeepStrictEqual } from 'node:util';
import { TransportError, type Exchange, type HotWallet } from '@countersign/hotwallet';
import { address, alice, bob, chains, frank, sweeper, treasury } from './demo-world';
import type { Platform } from './platform';
import type { Stack } from './stack';
import type { Transcript } from './transcript';

/** A day of a wallet, act by act. Each act says what happens, makes CoKeeps' calls and checks the replies. */
export interface Stage {
  readonly stack: Stack;
  readonly wallet: HotWallet;
  readonly platform: Platform;
  readonly transcript: Transcript;
}

const X = 'a-challenge-chosen-by-cokeeps';
const PATIENCE_MS = 15_000;
const MINUTE_MS = 60_000;

/** CoKeeps' calls may all be repeated, so while a process is away they are, as CoKeeps itself would for /update. */
async function patiently(stage: Stage, call: () => Promise<Exchange>): Promise<Exchange> {
  const until = Date.now() + PATIENCE_MS;
  let told = false;
  for (;;) {
    try {
      const reply = await call();
      if (reply.status !== 503 || Date.now() > until) return reply;
    } catch (error) {
      if (!(error instanceof TransportError) || Date.now() > until) throw error;
    }
    if (!told) stage.transcript.say('(a process is away; asking again)');
    told = true;
    await stage.platform.waitForEngine();
  }
}

const show = (reply: Exchange): string =>
  `${reply.status} success=${String(reply.outer?.success)} ${reply.plaintext ?? reply.problem ?? ''}`;

const refused = (reply: Exchange): boolean => reply.outer?.success === false && reply.plaintext === '{}';

interface ReadReply {
  readonly role: string;
  readonly limits: readonly { chain_id: string; limit: string }[];
  readonly destinations: readonly { chain_id: string; address: string }[];
}

const limitsOf = (reply: Exchange) =>
  Object.fromEntries(
    ((reply.payload as ReadReply).limits ?? []).map(({ chain_id: id, limit }) => [id, limit]),
  );

const zeros = Object.fromEntries(chains.map(({ chainId }) => [chainId, '0']));

const allZero = (reply: Exchange): boolean =>
  reply.outer?.success === true && isDeepStrictEqual(limitsOf(reply), zeros);

const grants = (reply: Exchange, amount: string): boolean =>
  reply.outer?.success === true &&
  isDeepStrictEqual(limitsOf(reply), { ...zeros, bitcoin: amount }) &&
  isDeepStrictEqual((reply.payload as ReadReply).destinations, [{ chain_id: 'bitcoin', address }]);

export async function logIn(stage: Stage): Promise<void> {
  const { wallet, transcript } = stage;
  transcript.act('Alice logs in. CoKeeps sends her hashed credentials and a challenge x.');
  const login = { username: alice.username, password: alice.password, x: X };
  const first = await patiently(stage, () => wallet.userVerify(login));
  transcript.say(`→ /user_verify  ${first.request.ciphertext?.slice(0, 44)}…`);
  transcript.say(`← ${show(first)}`);
  transcript.check(
    'her uid, and the countersign to x',
    (first.payload as { uid?: string }).uid === alice.uid,
    first,
  );
  const again = await patiently(stage, () => wallet.userVerify(login));
  transcript.check('the same x gets the same countersign', again.plaintext === first.plaintext, again);
  const wrong = await patiently(stage, () => wallet.userVerify({ ...login, password: 'a guess' }));
  const nobody = await patiently(stage, () =>
    wallet.userVerify({ ...login, username: 'nobody@example.com' }),
  );
  transcript.say(`← ${show(wrong)}   (wrong password)`);
  transcript.check(
    'a wrong password and an unknown user get the same refusal',
    refused(wrong) && show(wrong) === show(nobody),
  );
}

/** Resolves with the reference of Alice's transfer. */
export async function transfer(stage: Stage): Promise<string> {
  const { wallet, platform, transcript } = stage;
  transcript.act('Alice wants to send 0.05 bitcoin. The platform registers a permit; CoKeeps reads it.');
  const intent = { uid: alice.uid, chainId: 'bitcoin', amount: '0.05', address, lifetimeMs: 10 * MINUTE_MS };
  const reference = await platform.registerPermit(intent);
  transcript.say(`the platform registers a permit; its reference is ${reference}`);
  const read = await patiently(stage, () => wallet.read({ uid: alice.uid, reference }));
  transcript.say(`← ${show(read)}`);
  transcript.check(
    '0.05 bitcoin to that one address, and an explicit 0 everywhere else',
    grants(read, '0.05'),
    read,
  );
  const again = await patiently(stage, () => wallet.read({ uid: alice.uid, reference }));
  transcript.check('asked again, the same answer', again.plaintext === read.plaintext, again);
  const report = {
    uid: alice.uid,
    destination: { address, chain_id: 'bitcoin', signature: 's', id: 'd-1' },
    status: 'completed',
  };
  const update = await patiently(stage, () => wallet.update(report));
  const retry = await patiently(stage, () => wallet.update(report));
  transcript.say(`→ /update ${JSON.stringify(report)}`);
  transcript.check(
    'the notification is stored, and a retry of it is harmless',
    update.plaintext === '{}' && retry.outer?.success === true,
  );
  return reference;
}

export async function tooMuch(stage: Stage): Promise<void> {
  const { wallet, platform, transcript } = stage;
  transcript.act("Alice tries 0.2 bitcoin: less than the platform's 0.5, more than her own 0.1.");
  const intent = { uid: alice.uid, chainId: 'bitcoin', amount: '0.2', address, lifetimeMs: MINUTE_MS };
  const reference = await platform.registerPermit(intent);
  const read = await patiently(stage, () => wallet.read({ uid: alice.uid, reference }));
  transcript.say(`← ${show(read)}`);
  transcript.check('the most restrictive limit wins: zeros', allZero(read), read);
}

export async function foreignReference(stage: Stage, reference: string): Promise<void> {
  const { wallet, transcript } = stage;
  transcript.act("Bob got hold of the reference of Alice's transfer and uses it.");
  const read = await patiently(stage, () => wallet.read({ uid: bob.uid, reference }));
  transcript.say(`← ${show(read)}`);
  transcript.check('zeros: a permit is its own user’s', allZero(read), read);
  const none = await patiently(stage, () => wallet.read({ uid: bob.uid }));
  transcript.check('and zeros without any reference', allZero(none), none);
}

export async function freeze(stage: Stage): Promise<void> {
  const { wallet, platform, transcript } = stage;
  transcript.act('Frank has a live permit. Then risk freezes him.');
  const intent = { uid: frank.uid, chainId: 'bitcoin', amount: '0.01', address, lifetimeMs: MINUTE_MS };
  await platform.freezeUser(frank.uid, false);
  const reference = await platform.registerPermit(intent);
  const before = await patiently(stage, () => wallet.read({ uid: frank.uid, reference }));
  transcript.check('before: granted', grants(before, '0.01'), before);
  await platform.freezeUser(frank.uid, true);
  const after = await patiently(stage, () => wallet.read({ uid: frank.uid, reference }));
  transcript.say(`← ${show(after)}`);
  transcript.check('at the very next read: zeros', allZero(after), after);
}

export async function machine(stage: Stage): Promise<void> {
  const { wallet, platform, transcript } = stage;
  transcript.act(`The machine ${sweeper} acts for the treasury.`);
  const verified = await patiently(stage, () => wallet.machineVerify({ machineId: sweeper, x: X }));
  transcript.say(`← ${show(verified)}`);
  transcript.check(
    'a countersign of its own, no uid',
    Object.keys(verified.payload as object).join() === 'key',
    verified,
  );
  await platform.addDestination(treasury.uid, 'bitcoin', address, 'cold');
  await platform.pushBalance(treasury.uid, 'bitcoin', '3');
  const intent = { uid: treasury.uid, chainId: 'bitcoin', amount: '0.4', address, lifetimeMs: MINUTE_MS };
  const reference = await platform.registerPermit(intent);
  const read = await patiently(stage, () => wallet.read({ uid: sweeper, reference }));
  transcript.check("it reads by its own id and gets the treasury's permit", grants(read, '0.4'), read);
  const unknown = await patiently(stage, () => wallet.machineVerify({ machineId: 'sweeper-9', x: X }));
  transcript.check('an unknown machine is refused', refused(unknown), unknown);
}

export async function garbage(stage: Stage): Promise<void> {
  const { wallet, transcript } = stage;
  transcript.act('Somebody sends garbage.');
  const bodies: readonly (readonly [string, string])[] = [
    ['not JSON', 'hello'],
    ['no ciphertext', '{}'],
    ['not base64', '{"ciphertext":"%%%"}'],
    ['another secret', '{"ciphertext":"U2FsdGVkX18fBdZ7xNi0aOX9b5M97C7+N2m2ZBx2/dzEal6SuHse8NOkbCV7kJ54"}'],
  ];
  const replies: Exchange[] = [];
  for (const [, body] of bodies) replies.push(await patiently(stage, () => wallet.raw('read', body)));
  replies.push(await patiently(stage, () => wallet.send('read', 'encrypted, but not JSON')));
  replies.push(await patiently(stage, () => wallet.send('read', '{"uid":5}')));
  replies.forEach((reply, i) =>
    transcript.say(`${(bodies[i]?.[0] ?? 'decrypts, but makes no sense').padEnd(30)} ← ${show(reply)}`),
  );
  transcript.check(
    'one and the same reply to all of it',
    replies.every(refused) && new Set(replies.map(show)).size === 1,
  );
}

export async function restart(stage: Stage, reference: string): Promise<void> {
  const { stack, wallet, transcript } = stage;
  transcript.act('The engine is killed (SIGKILL) while Alice’s transfer is under way.');
  const before = await patiently(stage, () => wallet.read({ uid: alice.uid, reference }));
  await stack.engine.crash();
  const during = await wallet.read({ uid: alice.uid, reference }).catch((error: unknown) => {
    if (error instanceof TransportError) return undefined;
    throw error;
  });
  if (during !== undefined) transcript.say(`← ${show(during)}`);
  transcript.check(
    'no answer that allows anything, unless the engine is back',
    during === undefined || refused(during) || during.plaintext === before.plaintext,
  );
  const after = await patiently(stage, () => wallet.read({ uid: alice.uid, reference }));
  transcript.say(`← ${show(after)}`);
  transcript.check(
    'back again: the same permit, the same answer, nothing lost',
    after.plaintext === before.plaintext && grants(after, '0.05'),
    after,
  );
}
