/**
 * A secret reference says where a secret is, so that configuration never holds one. The grammar is closed: what is not
 * one of its forms is refused with the list of forms, and without repeating the text, because the usual mistake
 * is the secret itself in the place of its reference.
 */
import { type HttpsReference, parseRemote, REMOTE_FORMS, type VaultReference } from './remote-reference';
import { MAX_SHARES, MIN_THRESHOLD } from './share';

export interface EnvReference {
  readonly kind: 'env';
  readonly name: string;
}

export interface FileReference {
  readonly kind: 'file';
  readonly path: string;
}

/** Where one text is kept. */
export type LocationReference = EnvReference | FileReference | HttpsReference | VaultReference;

export interface ShamirReference {
  readonly kind: 'shamir';
  readonly threshold: number;
  readonly locations: readonly LocationReference[];
}

export type Reference = LocationReference | ShamirReference;

const FORMS = [
  'env:NAME (letters, digits and _)',
  'file:/absolute/path',
  ...REMOTE_FORMS,
  `shamir:K:REF,REF,... (each REF one of the other forms, no commas in paths, ${MIN_THRESHOLD} <= K <= number of REFs <= ${MAX_SHARES}, none twice)`,
].join('; ');

export class InvalidReference extends Error {
  override readonly name = 'InvalidReference';

  constructor() {
    super(`not a secret reference; the valid forms are: ${FORMS}`);
  }
}

/** Throws InvalidReference, whose message lists the forms and not the text. */
export const parseReference = (text: string): Reference => {
  const reference = parseLocation(text) ?? parseShamir(text);
  if (reference === undefined) throw new InvalidReference();
  return reference;
};

/** The text a reference was parsed from. Safe to print: it holds names, paths and addresses only. */
export const formatReference = (reference: Reference): string => {
  switch (reference.kind) {
    case 'env':
      return `env:${reference.name}`;
    case 'file':
      return `file:${reference.path}`;
    case 'https':
      return reference.url;
    case 'vault':
      return `vault:${reference.url}#${reference.field}`;
    case 'shamir':
      return `shamir:${reference.threshold}:${reference.locations.map(formatReference).join(',')}`;
  }
};

/** The paths that a reference leads to, each once: what to watch for a change. Throws InvalidReference. */
export const filesOf = (reference: string | Reference): readonly string[] => {
  const parsed = typeof reference === 'string' ? parseReference(reference) : reference;
  const locations = parsed.kind === 'shamir' ? parsed.locations : [parsed];
  return locations.flatMap((location) => (location.kind === 'file' ? [location.path] : []));
};

const parseLocation = (text: string): LocationReference | undefined => {
  const name = /^env:([A-Za-z_][A-Za-z0-9_]*)$/.exec(text)?.[1];
  if (name !== undefined) return { kind: 'env', name };
  const path = /^file:(\/[^\0\r\n]+)$/.exec(text)?.[1];
  if (path !== undefined) return { kind: 'file', path };
  return parseRemote(text);
};

const parseShamir = (text: string): ShamirReference | undefined => {
  const [, digits, list] = /^shamir:([0-9]{1,2}):(.+)$/s.exec(text) ?? [];
  if (digits === undefined || list === undefined) return undefined;
  const parts = list.split(',');
  const locations = parts.map(parseLocation).filter((location) => location !== undefined);
  const threshold = Number(digits);
  const wellFormed =
    locations.length === parts.length &&
    new Set(parts).size === parts.length &&
    parts.length <= MAX_SHARES &&
    threshold >= MIN_THRESHOLD &&
    threshold <= parts.length;
  return wellFormed ? { kind: 'shamir', threshold, locations } : undefined;
};
