/**
 * The file that says which secret is current and which was before, so that both change in one step: whoever reads it
 * sees the file of before or the file of after. It holds references, never a secret, and nothing else than is known:
 *
 *     { "current": "file:/…/aes-2027", "previous": "file:/…/aes-2026", "previousUntil": "2027-01-08T00:00:00Z" }
 */
import { formatReference, InvalidReference, parseReference } from './reference';

export interface KeyringFile {
  readonly current: string;
  readonly previous?: {
    readonly reference: string;
    /** ms UTC */
    readonly until: number;
  };
}

/** What is wrong with the file, for the operator; without anything that stands in it. */
export class InvalidKeyringFile extends Error {
  override readonly name = 'InvalidKeyringFile';
}

const MEMBERS = ['current', 'previous', 'previousUntil'];
const TIME_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Throws InvalidKeyringFile. */
export const parseKeyringFile = (text: string): KeyringFile => {
  const members = membersOf(text);
  if (Object.keys(members).some((name) => !MEMBERS.includes(name)))
    throw new InvalidKeyringFile(`only ${MEMBERS.join(', ')} may stand in it`);
  const { current, previous, previousUntil } = members;
  const file = { current: referenceIn('current', current) };
  if (previous === undefined && previousUntil === undefined) return file;
  if (previous === undefined || previousUntil === undefined)
    throw new InvalidKeyringFile('previous and previousUntil belong together');
  const reference = referenceIn('previous', previous);
  if (reference === file.current) throw new InvalidKeyringFile('previous and current are the same');
  return { ...file, previous: { reference, until: timeIn('previousUntil', previousUntil) } };
};

/** As parseKeyringFile reads it; throws InvalidKeyringFile for what it would not read. */
export const formatKeyringFile = ({ current, previous }: KeyringFile): string => {
  const members = {
    current,
    ...(previous && {
      previous: previous.reference,
      previousUntil: new Date(previous.until).toISOString(),
    }),
  };
  const text = `${JSON.stringify(members, undefined, 2)}\n`;
  parseKeyringFile(text);
  return text;
};

function membersOf(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InvalidKeyringFile('it is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InvalidKeyringFile('it is not a JSON object');
  return value as Record<string, unknown>;
}

function referenceIn(name: string, value: unknown): string {
  if (typeof value !== 'string') throw new InvalidKeyringFile(`${name} must be a secret reference`);
  try {
    return formatReference(parseReference(value));
  } catch (error) {
    if (!(error instanceof InvalidReference)) throw error;
    throw new InvalidKeyringFile(`${name}: ${error.message}`);
  }
}

function timeIn(name: string, value: unknown): number {
  const time = typeof value === 'string' && TIME_WITH_ZONE.test(value) ? Date.parse(value) : NaN;
  if (!Number.isFinite(time))
    throw new InvalidKeyringFile(
      `${name} must be an ISO 8601 time with a zone, such as 2027-01-08T00:00:00Z`,
    );
  return time;
}
