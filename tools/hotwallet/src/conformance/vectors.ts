/**
 * The kit judged before it judges: its encryption against the values published by the vendor and recomputed with
 * OpenSSL (protocols.md §1.3). A kit that fails here says nothing about the backend.
 */
import { openText, sealText } from '../envelope';
import { check, type Check } from './check';
import { demand } from './demand';

interface Envelope {
  seal(text: string, secret: string, saltHex?: string): string;
  open: typeof openText;
}

const secret = 'shared_secret';
const published = [
  {
    text: 'some_arbitrary_string',
    saltHex: '1f05d67bc4d8b468',
    ciphertext: 'U2FsdGVkX18fBdZ7xNi0aOX9b5M97C7+N2m2ZBx2/dzEal6SuHse8NOkbCV7kJ54',
  },
  { text: '{}', saltHex: '0001020304050607', ciphertext: 'U2FsdGVkX18AAQIDBAUGB1X8bC77cZRloHIvOnQgIZw=' },
];

/** Throws NotHeld unless both directions agree with every vector. */
export const demandVectors = ({ seal, open }: Envelope): string => {
  for (const { text, saltHex, ciphertext } of published) {
    const opened = open(ciphertext, secret);
    demand(opened.ok && opened.text === text, `${ciphertext} does not decrypt to ${text}`);
    demand(opened.saltHex === saltHex, `the salt of ${ciphertext} is not ${saltHex}`);
    demand(
      seal(text, secret, saltHex) === ciphertext,
      `${text} with salt ${saltHex} encrypts to another value`,
    );
  }
  const again = open(seal('ключ 🔑', secret), secret);
  demand(again.ok && again.text === 'ключ 🔑', 'text does not survive encryption and decryption');
  return `${published.length} vectors, both directions`;
};

export const vectorChecks: readonly Check[] = [
  check({
    name: 'vectors/published',
    proves: 'this kit encrypts and decrypts as the vendor publishes',
    run: () => demandVectors({ seal: sealText, open: openText }),
  }),
];
