/**
 * Sees a whole run from the outside: the values that were used in it, so that they can be searched for, and what cannot
 * be looked at afterwards, because it was said once (replies) or ended with its process (metrics).
 */
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createCountersign, scopes as allScopes } from '@countersign/client';
import type { Witness } from '@countersign/hotwallet';
import { readIssuer } from '../development-issuer';
import type { Place } from '../leaks';
import { createMarks, type Marks } from '../marks';
import type { PlatformOptions } from '../platform';
import type { Stack } from '../stack';
import type { Supervised } from '../supervised';
import { pagesOf } from './places';

export interface Watch {
  readonly marks: Marks;
  /** What was said once. */
  readonly places: () => readonly Place[];
  readonly wallet: Witness;
  readonly platform: Required<PlatformOptions>;
  /** The same stack; its tokens are marked, what its admin service replies is kept, and so is what a process says of itself before it is crashed. */
  stack(stack: Stack): Promise<Stack>;
  heard(name: string, text: string): void;
}

export function createWatch(): Watch {
  const marks = createMarks();
  const places: Place[] = [];
  const heard = (name: string, text: string) =>
    void places.push({ sort: 'reply', name, bytes: Buffer.from(text) });

  const watchedFetch: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (!isStream) heard(`of the admin service, status ${response.status}`, await response.clone().text());
    return response;
  };
  const watchedProcess = (process: Supervised): Supervised => ({
    ...process,
    async crash() {
      places.push(...(await pagesOf(process)));
      await process.crash();
    },
  });

  return {
    marks,
    places: () => places,
    wallet: {
      asked(endpoint, plaintext) {
        marks.add(endpoint === 'update' ? 'update payload' : 'request payload', plaintext);
        const { hashedUsername, hashedPassword, x } = membersOf(plaintext);
        if (isText(hashedUsername)) marks.add('hashedUsername', hashedUsername);
        if (isText(hashedPassword)) marks.add('hashedPassword', hashedPassword);
        if (isText(x)) marks.add('x', x);
      },
      answered({ status, body, plaintext = '' }) {
        heard(`of the edge, status ${status}`, body);
        marks.add('reply payload', plaintext);
        const { key } = membersOf(plaintext);
        if (isText(key)) marks.add('countersign', key);
      },
    },
    platform: {
      onCredentials({ hashedUsername, hashedPassword }) {
        marks.add('hashedUsername', hashedUsername);
        marks.add('hashedPassword', hashedPassword);
      },
    },
    async stack(stack) {
      await markKept(marks, stack);
      const token: Stack['token'] = async (subject, scopes) => {
        const made = await stack.token(subject, scopes);
        marks.add('token', made);
        return made;
      };
      return {
        ...stack,
        engine: watchedProcess(stack.engine),
        edge: watchedProcess(stack.edge),
        adminProcess: watchedProcess(stack.adminProcess),
        token,
        as: (subject, scopes = allScopes) =>
          createCountersign({
            url: stack.adminUrl,
            token: () => token(subject, scopes),
            fetch: watchedFetch,
          }),
      };
    },
    heard,
  };
}

/** What lies in files from the start. Of a private key its secret part is marked: the rest of its file is in certificates too. */
async function markKept(marks: Marks, { secrets, certificates, issuerFile }: Stack): Promise<void> {
  marks.add('AES secret', (await readFile(secrets.aesSecret, 'utf8')).trim());
  marks.add('salt', (await readFile(secrets.salt, 'utf8')).trim());
  marks.add('pepper', (await readFile(secrets.usernamePepper, 'utf8')).trim());
  marks.add('audit key', await secretPartOf(secrets.auditKey));
  const { key } = await readIssuer(issuerFile);
  marks.add('issuer key', key.d ?? '');
  const authority = join(dirname(certificates.engine.ca), 'ca.key');
  for (const file of [authority, ...Object.values(certificates).map((of) => of.key)])
    marks.add('TLS key', await secretPartOf(file));
}

async function secretPartOf(pemFile: string): Promise<Buffer> {
  const { d = '' } = createPrivateKey(await readFile(pemFile)).export({ format: 'jwk' });
  return Buffer.from(d, 'base64url');
}

const isText = (value: unknown): value is string => typeof value === 'string';

function membersOf(plaintext: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(plaintext)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
