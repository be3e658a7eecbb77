/**
 * Six hundred requests under other secrets. With CBC and no MAC about one in 256 passes the padding, so the kit, which
 * knows the right secret, goes on until it has sent at least one of those: a backend that only fails well on bad
 * padding is found every time, not nine times in ten.
 */
import { openText, sealText } from '../envelope';
import { endpoints } from '../wallet';
import type { Bench } from './check';
import { demandAlike } from './demand';
import { many } from './many';

const tries = 600;
const payload = JSON.stringify({ uid: 'u', reference_id: 'r', machine_id: 'm', x: 'x' });

export const wrongSecrets = async (bench: Bench): Promise<string> => {
  const ciphertexts = Array.from({ length: tries - 1 }, () => sealText(payload, bench.unique('secret')));
  let lucky = sealText(payload, bench.unique('secret'));
  while (!passesPadding(lucky, bench.secret)) lucky = sealText(payload, bench.unique('secret'));
  ciphertexts.push(lucky);

  const first = await bench.wallet.raw('read', 'not json');
  const replies = await many(
    ciphertexts.length,
    (index) =>
      bench.wallet.raw(
        endpoints[index % endpoints.length] ?? 'read',
        JSON.stringify({ ciphertext: ciphertexts[index] }),
      ),
    16,
  );
  demandAlike(
    new Map([
      ['read: not JSON', first],
      ...replies.map((reply, index) => [`wrong secret, try ${index + 1}`, reply] as const),
    ]),
  );
  const passed = ciphertexts.filter((ciphertext) => passesPadding(ciphertext, bench.secret)).length;
  return `${tries} requests (${passed} passed the padding), one reply`;
};

const passesPadding = (ciphertext: string, secret: string): boolean => {
  const opened = openText(ciphertext, secret);
  return opened.ok || opened.stage === 'text';
};
