import { isPassing, requestHttps, WITHIN_MS } from './https-request';
import type { LocationDeps } from './location-deps';
import type { HttpsReference } from './remote-reference';
import { readTlsSettings } from './remote-settings';
import { withoutNewline } from './secret-file';
import { SecretError } from './secret-error';

/** The body of the answer. Throws SecretError: `unavailable` when there is no answer, or one that nothing is there. */
export const readHttps = async (
  { url }: HttpsReference,
  name: string,
  deps: LocationDeps,
): Promise<string> => {
  const tls = await readTlsSettings(name, deps);
  const { status, text } = await requestHttps({ url, name, tls, withinMs: WITHIN_MS });
  if (status !== 200) {
    throw new SecretError(name, `the answer has status ${status} instead of 200`, {
      unavailable: isPassing(status),
    });
  }
  const secret = withoutNewline(text);
  if (secret === '') throw new SecretError(name, 'the answer is empty');
  return secret;
};
