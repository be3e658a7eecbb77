import { canonicalJson } from './canonical-json';
import { changed, type Change } from './change';
import { fault } from './faults';

/**
 * What CoKeeps reports through `/update`. The list of events is open and undocumented, so the payload is kept exactly
 * as it arrived, whatever its fields, and never acted on. One payload is one notification: it is identified by the
 * digest of its canonical text, which makes CoKeeps' retries harmless.
 */
export interface Notification {
  readonly schema: 1;
  readonly digest: string; // 64 hex, SHA-256 of the canonical text
  readonly uid: string | null;
  readonly raw: string; // the decrypted JSON text
  readonly receivedAt: number; // ms UTC
}

export interface ReadablePayload {
  readonly canonical: string;
  readonly uid: string | null;
}

const MAX_DEPTH = 64;

/**
 * A payload is acceptable when it is an object with at least one member, in which `uid`, `destination` and the
 * destination's four documented members have their documented types where they appear. Throws Fault `invalid`.
 */
export function readPayload(raw: string): ReadablePayload {
  const value = objectOf(raw);
  const mistakes: string[] = [];
  if (Object.keys(value).length === 0) mistakes.push('payload: must not be empty');
  if (has(value, 'uid') && typeof value.uid !== 'string') mistakes.push('uid: must be a string');
  if (has(value, 'destination')) {
    const destination = value.destination;
    if (!isObject(destination)) mistakes.push('destination: must be an object');
    else {
      for (const name of ['address', 'chain_id', 'signature', 'id']) {
        if (has(destination, name) && typeof destination[name] !== 'string') {
          mistakes.push(`destination.${name}: must be a string`);
        }
      }
    }
  }
  const canonical = canonicalJson(raw, MAX_DEPTH);
  if (canonical === undefined) mistakes.push(`payload: must not nest deeper than ${MAX_DEPTH}`);
  if (canonical === undefined || mistakes.length > 0) throw fault('invalid', { details: mistakes });
  return { canonical, uid: typeof value.uid === 'string' ? value.uid : null };
}

export function receiveNotification(input: {
  readonly raw: string;
  readonly digest: string;
  readonly uid: string | null;
  readonly now: number;
}): Change<Notification> {
  const { raw, digest, uid, now } = input;
  return changed(
    { schema: 1, digest, uid, raw, receivedAt: now },
    { type: 'notification.received', data: { digest, uid } },
  );
}

function objectOf(raw: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (cause) {
    throw fault('invalid', { details: ['payload: must be JSON'], cause });
  }
  if (!isObject(value)) throw fault('invalid', { details: ['payload: must be a JSON object'] });
  return value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const has = (value: object, name: string): boolean => Object.hasOwn(value, name);
