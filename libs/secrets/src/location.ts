/**
 * Reads the text kept at one location. A file and the body of an HTTPS reply lose one trailing newline (`\n` or `\r\n`),
 * the one an editor or `echo` adds; an environment variable and a field of Vault are taken as they are.
 */
import { readHttps } from './https-location';
import type { LocationDeps } from './location-deps';
import { formatReference, type LocationReference } from './reference';
import { readSecretFile, SECRET } from './secret-file';
import { SecretError } from './secret-error';
import { readVault } from './vault-location';

/** Not empty. Throws SecretError. */
export const readLocation = async (location: LocationReference, deps: LocationDeps): Promise<string> => {
  const name = formatReference(location);
  switch (location.kind) {
    case 'file':
      return readSecretFile({ path: location.path, name, closedTo: SECRET }, deps);
    case 'env':
      return readVariable(location.name, name, deps);
    case 'https':
      return readHttps(location, name, deps);
    case 'vault':
      return readVault(location, name, deps);
  }
};

const readVariable = (variable: string, name: string, { env }: LocationDeps): string => {
  const text = env[variable];
  if (text === undefined || text === '')
    throw new SecretError(name, 'the variable is not set, or empty', { unavailable: true });
  return text;
};
