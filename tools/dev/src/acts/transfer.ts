import { TransportError, documentedNotification } from '@countersign/hotwallet';
import { address, alice, bitcoin, bob } from '../demo-world';
import { allZero, explain, grants, patiently, read, refused, show, type Stage } from './stage';

/** Resolves with the reference of Alice's transfer, which stays under way. */
export async function transfer(stage: Stage): Promise<string> {
  const { wallet, platform, transcript } = stage;
  transcript.act('Alice wants to send 0.05 bitcoin. The platform registers a permit; CoKeeps reads it.');
  const reference = await platform.registerPermit(bitcoin(alice.uid, '0.05'));
  transcript.say(`the platform registers a permit; its reference is ${reference}`);
  const first = await read(stage, alice.uid, reference);
  transcript.say(`← ${show(first)}`);
  await explain(stage, alice.uid, reference);
  transcript.check(
    '0.05 bitcoin to that one address, and an explicit 0 everywhere else',
    grants(first, '0.05'),
    first,
  );
  const again = await read(stage, alice.uid, reference);
  transcript.check('asked again, the same answer', again.plaintext === first.plaintext, again);
  const report = {
    ...documentedNotification({ uid: alice.uid, chainId: 'bitcoin', address, signature: 's', id: 'd-1' }),
    status: 'completed',
  };
  const update = await patiently(stage, () => wallet.update(report));
  const retry = await patiently(stage, () => wallet.update(report));
  transcript.say(`→ /update ${JSON.stringify(report)}`);
  const { status } = await platform.getPermit(alice.uid, reference);
  transcript.check(
    'a notification that no rule knows is stored, a retry of it is harmless, and the transfer is still held',
    update.plaintext === '{}' && retry.outer?.success === true && status === 'held',
    { update, retry, status },
  );
  return reference;
}

export async function tooMuch(stage: Stage): Promise<void> {
  const { platform, transcript } = stage;
  transcript.act("Alice tries 0.2 bitcoin: less than the platform's 0.5, more than her own 0.1.");
  const reference = await platform.registerPermit(bitcoin(alice.uid, '0.2'));
  const reply = await read(stage, alice.uid, reference);
  transcript.say(`← ${show(reply)}`);
  const { binding } = await explain(stage, alice.uid, reference);
  transcript.check('the most restrictive limit wins: zeros', allZero(reply), reply);
  transcript.check('the explanation names her own limit', binding?.layer === 'user', binding);
}

export async function foreignReference(stage: Stage, reference: string): Promise<void> {
  const { transcript } = stage;
  transcript.act("Bob got hold of the reference of Alice's transfer and uses it.");
  const reply = await read(stage, bob.uid, reference);
  transcript.say(`← ${show(reply)}`);
  transcript.check('zeros: a permit is its own user’s', allZero(reply), reply);
  const none = await read(stage, bob.uid);
  transcript.check('and zeros without any reference', allZero(none), none);
}

/** Alice's transfer is under way while the engine dies; afterwards the ledger reports it as carried out. */
export async function restart(stage: Stage, reference: string): Promise<void> {
  const { stack, wallet, platform, transcript } = stage;
  transcript.act('The engine is killed (SIGKILL) while Alice’s transfer is under way.');
  const before = await read(stage, alice.uid, reference);
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
  const after = await read(stage, alice.uid, reference);
  transcript.say(`← ${show(after)}`);
  transcript.check(
    'back again: the same permit, the same answer, nothing lost',
    after.plaintext === before.plaintext && grants(after, '0.05'),
    after,
  );
  const all = await platform.decisions(alice.uid);
  const holds = all.filter(({ referenceId, outcome }) => referenceId === reference && outcome === 'granted');
  transcript.check('read four times or more, held once', holds.length === 1, holds);
  await platform.settlePermit(alice.uid, reference);
  const spent = await read(stage, alice.uid, reference);
  await explain(stage, alice.uid, reference);
  transcript.check('settled by the ledger, the permit allows nothing more', allZero(spent), spent);
}
