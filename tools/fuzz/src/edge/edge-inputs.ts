/**
 * What is sent to the edge. Most of it is proper HTTP around something that is broken further in, because broken HTTP
 * does not come past Node's parser: payloads, texts, envelopes, bodies, requests, each kept whole up to its own layer.
 */
import { mutateBytes } from '../mutate-bytes';
import { mutateJson, type Json } from '../mutate-json';
import { oddText } from '../odd-values';
import type { Random } from '../random';
import type { Input } from '../target';
import { seal } from './envelope';

export interface PayloadSeed {
  readonly path: string;
  readonly payload: Json;
}

export interface EdgeSeeds {
  readonly payloads: readonly PayloadSeed[];
  /** Whole requests, as text in Latin-1. */
  readonly http: readonly string[];
}

const names = [
  'uid',
  'reference_id',
  'x',
  'machine_id',
  'hashedUsername',
  'hashedPassword',
  'event',
  'status',
].concat([
  'destination',
  'chain_id',
  'amount',
  'key',
  '__proto__',
  'constructor',
  'ciphertext',
  '',
  'toJSON',
]);
const methods = [
  'GET',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'HEAD',
  'TRACE',
  'PROPFIND',
  'M-SEARCH',
  'QUERY',
  'POST',
];
const headers = [
  'Content-Type: text/plain',
  'Content-Type: application/json; charset=utf-16',
  'Content-Encoding: gzip',
  'Accept-Encoding: gzip, br',
  'Accept: text/html',
  'Origin: https://evil.example',
  'Cookie: a=b; __proto__=1',
  'Authorization: Bearer x',
  'X-Forwarded-For: 203.0.113.9',
  'X-Forwarded-For: 127.0.0.1, ::1, unknown, "',
  'X-Forwarded-Host: evil.example',
  'X-HTTP-Method-Override: GET',
  'X-Request-Id: {"a":1}',
  'If-None-Match: *',
  'Range: bytes=0-1',
  'Expect: 100-continue',
  'Upgrade: h2c',
  'Connection: close',
  'Keep-Alive: timeout=99999',
  'Transfer-Encoding: identity',
];

const LARGER_THAN_ALLOWED = 1024 * 1024 + 1;

/** `bodied` requests are framed right and go over a connection that is used again; `bare` bytes get one of their own. */
export const createEdgeInputs = ({ payloads, http }: EdgeSeeds, secret: string) => {
  const request = (
    random: Random,
    { method = 'POST', path, body }: { method?: string; path: string; body: Buffer },
  ): Buffer => {
    const extra = random.chance(0.1) ? [random.pick(headers)] : [];
    const length = extra[0]?.startsWith('Transfer-Encoding') ? [] : [`Content-Length: ${body.length}`];
    const head = [`${method} ${path} HTTP/1.1`, 'Host: edge', ...extra, ...length];
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
  };
  const framed = (random: Random, parts: { method?: string; path: string; body: Buffer }): Input => ({
    kind: 'framed',
    bytes: request(random, parts),
  });
  const sealed = (
    random: Random,
    bytes: Buffer,
    options: { secret?: string; padded?: boolean } = {},
  ): string => seal(bytes, { secret, salt: random.bytes(8), ...options });
  const outer = (ciphertext: string): Buffer => Buffer.from(JSON.stringify({ ciphertext }));
  /** A login costs the engine as much as a hundred reads, so there are few. */
  const seed = (random: Random): PayloadSeed => {
    const found = random.pick(payloads);
    return found.path === '/user_verify' && random.chance(0.7) ? seed(random) : found;
  };
  const plain = (random: Random): Buffer => Buffer.from(JSON.stringify(random.pick(payloads).payload));

  const payload = (random: Random): Input => {
    const { path, payload: before } = seed(random);
    const text = JSON.stringify(mutateJson(before, random, names));
    return framed(random, { path, body: outer(sealed(random, Buffer.from(text))) });
  };
  const text = (random: Random): Input => {
    const { path, payload: before } = seed(random);
    const bytes = mutateBytes(Buffer.from(JSON.stringify(before)), random, () => plain(random));
    return framed(random, { path, body: outer(sealed(random, bytes)) });
  };
  const envelope = (random: Random): Input => {
    const { path, payload: before } = seed(random);
    const bytes = Buffer.from(JSON.stringify(before));
    const blocks = (): Buffer => random.bytes(16 * (1 + random.below(8)));
    const cut = (ciphertext: string): string => ciphertext.slice(0, random.below(ciphertext.length));
    const spoilt = (ciphertext: string): string =>
      mutateBytes(Buffer.from(ciphertext, 'base64'), random, () => random.bytes(48)).toString('base64');
    const ciphertext = random.weighted<() => string>([
      [3, () => spoilt(sealed(random, bytes))],
      [1, () => cut(sealed(random, bytes))],
      [1, () => sealed(random, bytes, { secret: oddText(random) || 'other' })],
      [1, () => sealed(random, blocks(), { padded: false })],
      [1, () => sealed(random, random.bytes(random.size(200)))],
      [1, () => mutateBytes(Buffer.from(sealed(random, bytes)), random, blocks).toString('latin1')],
      [1, () => oddText(random)],
    ])();
    return framed(random, { path, body: outer(ciphertext) });
  };
  const body = (random: Random): Input => {
    const { path, payload: before } = seed(random);
    const good = { ciphertext: sealed(random, Buffer.from(JSON.stringify(before))) };
    const bytes = random.weighted<() => Buffer>([
      [3, () => mutateBytes(Buffer.from(JSON.stringify(good)), random, () => plain(random))],
      [3, () => Buffer.from(JSON.stringify(mutateJson(good, random, names)))],
      [1, () => plain(random)],
      [1, () => random.bytes(random.size(2_000))],
      [1, () => Buffer.from('['.repeat(random.size(100_000)))],
      [0.02, () => Buffer.alloc(LARGER_THAN_ALLOWED, 0x61)],
    ])();
    return framed(random, { path, body: bytes });
  };
  const oddRequest = (random: Random): Input => {
    const path = random.weighted<() => string>([
      [2, () => random.pick(payloads).path],
      [
        1,
        () =>
          `${random.pick(payloads).path}${random.pick(['/', '?a', '%00', '%2f', '#', ';x', '/../update', '%zz'])}`,
      ],
      [
        1,
        () =>
          `/${encodeURI(
            oddText(random)
              .slice(0, 3_000)
              .replace(/[\ud800-\udfff]/g, '?'),
          )}`,
      ],
      [
        1,
        () => random.pick(['/', '//', '/READ', '/metrics', '/livez', '*', '/%', '/%E0%A4%A', '/constructor']),
      ],
    ])();
    return framed(random, { method: random.pick(methods), path, body: Buffer.from('{}') });
  };
  const bare = (random: Random): Input => {
    const donor = (): Buffer => Buffer.from(random.pick(http), 'latin1');
    const whole = random.chance(0.3) ? payload(random).bytes : donor();
    return { kind: 'bare', bytes: mutateBytes(whole, random, donor) };
  };
  const good = (random: Random): Input => {
    const { path, payload: before } = seed(random);
    return framed(random, { path, body: outer(sealed(random, Buffer.from(JSON.stringify(before)))) });
  };

  return (random: Random): Input =>
    random.weighted([
      [30, payload],
      [14, text],
      [18, envelope],
      [18, body],
      [8, oddRequest],
      [8, bare],
      [4, good],
    ])(random);
};
