/**
 * What services may do that show no token but the certificate of their connection: a file that gives each name its
 * scopes, `{"ledger": ["balances:write"]}`. The name is that of `spiffe://countersign/<name>`.
 */
import { z } from 'zod';
import { scopes } from '../access';

export type CertificateScopes = ReadonlyMap<string, ReadonlySet<string>>;

const form = z.record(
  z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be a name of lowercase letters, digits and -'),
  z.array(z.enum(scopes, 'must be a scope')),
);

/** Throws an Error that tells every mistake. */
export function parseCertificateScopes(text: string): CertificateScopes {
  const result = form.safeParse(JSON.parse(text));
  if (result.success) {
    return new Map(Object.entries(result.data).map(([name, granted]) => [name, new Set(granted)]));
  }
  const mistakes = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`the scopes of certificates have mistakes:\n  ${mistakes.join('\n  ')}`);
}
