/** The Standard Webhooks signature: HMAC-SHA-256 over id, time and body, one for each secret while one is rotated. */
import { Webhook } from 'standardwebhooks';

export type SignWebhook = (id: string, at: number, body: string) => Readonly<Record<string, string>>;

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

/** Throws an Error unless every secret is `whsec_` and base64 of 24 to 64 bytes. */
export function createSignWebhook(secrets: string): SignWebhook {
  const words = secrets.split(/\s+/).filter((word) => word !== '');
  const signers = words.map((word) => {
    const { length } = Buffer.from(SECRET.exec(word)?.[1] ?? '', 'base64');
    if (length < 24 || length > 64)
      throw new Error('a webhook secret must be whsec_ and base64 of 24 to 64 bytes');
    return new Webhook(word);
  });
  if (signers.length === 0) throw new Error('a webhook needs a secret');
  return (id, at, body) => {
    const time = new Date(at);
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': signers.map((signer) => signer.sign(id, time, body)).join(' '),
    };
  };
}
