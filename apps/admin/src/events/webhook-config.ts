/** Who is told of events by webhook: a JSON file, every mistake of which is told at once and none of whose secrets. */
import { parseReference } from '@countersign/secrets';
import { z } from 'zod';
import { kinds } from '../input/events';

export interface WebhookConfig {
  /** Names the cursor and stands in metrics: another name starts anew. */
  readonly name: string;
  readonly url: URL;
  /** Reference to `whsec_…`; two, separated by a blank, while it is rotated. */
  readonly secret: string;
  /** Empty: every kind. */
  readonly kinds: readonly string[];
  /** Position from which it starts, the first time. */
  readonly after: number;
}

const form = (development: boolean) =>
  z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be lowercase letters, digits and -'),
        url: z
          .string()
          .refine((text) => mayBeCalled(text, development), 'must be an https URL without a user')
          .transform((text) => new URL(text)),
        secret: z.string().refine(isReference, 'must be a secret reference'),
        kinds: z.array(z.enum(kinds, `must be one of ${kinds.join(', ')}`)).default([]),
        after: z.int('must be a position').min(0, 'must be a position').default(0),
      }),
    )
    .max(50, 'must be at most 50')
    .refine((hooks) => new Set(hooks.map(({ name }) => name)).size === hooks.length, 'names must differ');

/** Throws an Error that tells every mistake. `development` lets http through. */
export function parseWebhooks(text: string, { development }: { development: boolean }): WebhookConfig[] {
  const result = form(development).safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
  );
  throw new Error(`the webhooks have mistakes:\n  ${mistakes.join('\n  ')}`);
}

function mayBeCalled(text: string, development: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (
    username === '' && password === '' && (protocol === 'https:' || (development && protocol === 'http:'))
  );
}

function isReference(text: string): boolean {
  try {
    parseReference(text);
    return true;
  } catch {
    return false;
  }
}
