import { alice } from '../demo-world';
import { X, patiently, refused, show, type Stage } from './stage';

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
