import type { Exchange } from '@countersign/hotwallet';
import { patiently, refused, show, type Stage } from './stage';

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
