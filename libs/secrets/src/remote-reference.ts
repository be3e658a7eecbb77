/**
 * References to texts that another machine keeps:
 *
 *     https://host[:port]/path                                  the body of a GET
 *     vault:https://host[:port]/v1/<mount>/data/<path>#<field>  one field of a HashiCorp Vault KV version 2 secret
 *
 * An address has one spelling, the one the URL standard gives it (lowercase host, no default port, no dot segments), and
 * neither credentials, query nor commas: it stands in logs, and between the commas of a shamir reference.
 */
export interface HttpsReference {
  readonly kind: 'https';
  readonly url: string;
}

export interface VaultReference {
  readonly kind: 'vault';
  /** With its path: what is asked for. */
  readonly url: string;
  readonly field: string;
}

export const REMOTE_FORMS = [
  'https://host[:port]/path (no user, query or fragment)',
  'vault:https://host[:port]/v1/<mount>/data/<path>#<field>',
];

export const parseRemote = (text: string): HttpsReference | VaultReference | undefined => {
  const [, vaultUrl, field] = /^vault:(https:[^#]+)#([A-Za-z0-9_.-]{1,128})$/.exec(text) ?? [];
  if (vaultUrl === undefined || field === undefined)
    return isAddress(text) ? { kind: 'https', url: text } : undefined;
  const isSecretPath = isAddress(vaultUrl) && /^\/v1\/.+\/data\/.*[^/]$/.test(new URL(vaultUrl).pathname);
  return isSecretPath ? { kind: 'vault', url: vaultUrl, field } : undefined;
};

const isAddress = (text: string): boolean => {
  if (!/^https:\/\/[^\s,?#\\]+$/.test(text) || !URL.canParse(text)) return false;
  const { href, username, password, pathname } = new URL(text);
  return href === text && username === '' && password === '' && !href.includes('@') && pathname !== '/';
};
