/**
 * RFC 6901 over parsed JSON, for paths that come from configuration. Only own members are seen: `/constructor` or
 * `/length` finds nothing unless the document itself says so. Length and depth are bounded, and so is the work.
 */
export type JsonPointer = readonly string[];

const MAX_LENGTH = 256;
const MAX_DEPTH = 16;
const FORM = /^(\/([^~/]|~[01])*)+$/;
const INDEX = /^(0|[1-9][0-9]*)$/;

export const POINTER_FORM = `must be a JSON pointer to a member, like /status: at most ${MAX_LENGTH} characters and ${MAX_DEPTH} levels`;

/** Undefined when `text` is no pointer or beyond the bounds. The empty pointer, which means the whole document, is none. */
export function jsonPointer(text: string): JsonPointer | undefined {
  if (text.length > MAX_LENGTH || !FORM.test(text)) return undefined;
  const tokens = text.slice(1).split('/');
  if (tokens.length > MAX_DEPTH) return undefined;
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value there; undefined when there is none, which JSON cannot say otherwise. Never throws. */
export function valueAt(document: unknown, pointer: JsonPointer): unknown {
  let value = document;
  for (const token of pointer) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value) && !INDEX.test(token)) return undefined;
    if (!Object.hasOwn(value, token)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[token];
  }
  return value;
}
