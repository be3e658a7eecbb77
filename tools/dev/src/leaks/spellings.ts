/**
 * The ways in which a value can lie in a log, a database or a reply without being kept secret by it: as it is, in hex,
 * in base64, quoted in JSON, quoted in JSON within JSON, in a URL. What is itself the hex or base64url of some bytes can
 * also lie there as these bytes, and as any spelling of them.
 */
import { stretchOf, type Mark } from '../marks';
import type { Sought } from './sieve';

export interface Spelling extends Sought {
  readonly mark: Mark;
  readonly as: string;
}

const HEX = /^(?:[0-9a-f]{2})+$/i;
const BASE64URL = /^[A-Za-z0-9_-]{32,}$/;

/** Never two of the same bytes. */
export function spellingsOf(mark: Mark): readonly Spelling[] {
  const found = new Map<string, Spelling>();
  const { need } = stretchOf(mark.kind);
  const add = (as: string, bytes: Buffer, needed = need): void => {
    const id = bytes.toString('latin1');
    if (!found.has(id)) found.set(id, { mark, as, bytes, need: needed });
  };
  for (const [as, bytes] of encodings(mark.bytes)) add(as, bytes);
  for (const [as, bytes] of quotations(mark.bytes.toString('utf8'))) {
    // What it shares with harmless text, such as an address and its member's name, is longer when both are quoted.
    add(as, bytes, Math.ceil((need * bytes.length) / mark.bytes.length));
  }
  const meant = bytesMeantBy(mark.bytes.toString('latin1'));
  if (meant !== undefined)
    for (const [as, bytes] of encodings(meant))
      add(as === 'as it is' ? 'its bytes as they are' : `its bytes in ${as}`, bytes);
  return [...found.values()];
}

function* encodings(bytes: Buffer): Generator<readonly [string, Buffer]> {
  yield ['as it is', bytes];
  yield ['hex', Buffer.from(bytes.toString('hex'))];
  yield ['hex', Buffer.from(bytes.toString('hex').toUpperCase())];
  for (const before of [0, 1, 2]) {
    const base64 = base64Behind(before, bytes);
    yield ['base64', Buffer.from(base64)];
    yield ['base64url', Buffer.from(base64.replaceAll('+', '-').replaceAll('/', '_'))];
  }
}

function* quotations(text: string): Generator<readonly [string, Buffer]> {
  const quoted = JSON.stringify(text).slice(1, -1);
  yield ['quoted in JSON', Buffer.from(quoted)];
  yield ['quoted in JSON twice', Buffer.from(JSON.stringify(quoted).slice(1, -1))];
  yield ['in a URL', Buffer.from(encodeURIComponent(text))];
}

function bytesMeantBy(text: string): Buffer | undefined {
  if (HEX.test(text)) return Buffer.from(text, 'hex');
  return BASE64URL.test(text) ? Buffer.from(text, 'base64url') : undefined;
}

/** What stands in the base64 of something longer, whatever its neighbours; `before` is the neighbour's length modulo 3. */
function base64Behind(before: number, bytes: Buffer): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const bits = (before + bytes.length) * 8;
  return text.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
}
