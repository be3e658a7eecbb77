/** `token`: for development alone, where this machine's own key takes the place of an identity provider. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { importJWK, SignJWT, type JWK } from 'jose';
import { scopes as all, type Scope } from '@countersign/client';
import { action, type Call, type Session } from '../action';
import { UsageError } from '../usage-error';
import { duration } from '../option-values';

interface TokenOptions {
  readonly subject: string;
  readonly scope?: string[];
  readonly lifetime: number;
  readonly issuerFile: string;
}

interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  readonly key: JWK;
}

const FILE = '.data/secrets/issuer';
const LIFETIME_MS = 15 * 60_000;

export const addTokenCommand = (program: Command, session: Session): void => {
  program
    .command('token')
    .description(
      "a token for a service that 'npm start' started on this machine; anywhere else ask your identity provider",
    )
    .option('--subject <name>', 'who you are; stands as the actor in every event', 'developer')
    .option('--scope <scope...>', 'what it allows (default: everything)')
    .option('--lifetime <duration>', 'at most an hour', duration, LIFETIME_MS)
    .option('--issuer-file <file>', 'the key of this machine', FILE)
    .addHelpText('after', `\nScopes:\n  ${all.join('\n  ')}`)
    .action(
      action(session, async (call: Call<TokenOptions>) => {
        const { subject, scope = [...all], lifetime, issuerFile } = call.options;
        refuseElsewhere(call);
        const unknown = scope.filter((one) => !all.includes(one as Scope));
        if (unknown.length > 0) throw new UsageError(`${unknown.join(', ')}: no such scope`);
        const { issuer, audience, key } = await readIssuer(call.path(issuerFile), issuerFile);
        const seconds = Math.floor(call.terminal.now() / 1000);
        const token = await new SignJWT({ scope: scope.join(' ') })
          .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...(key.kid !== undefined && { kid: key.kid }) })
          .setIssuer(issuer)
          .setAudience(audience)
          .setSubject(subject)
          .setJti(randomUUID())
          .setIssuedAt(seconds)
          .setNotBefore(seconds)
          .setExpirationTime(seconds + Math.floor(lifetime / 1000))
          .sign(await importJWK(key, 'ES256'));
        call.show({ token }, () => `${token}\n`);
      }),
    );
};

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

function refuseElsewhere({ url, terminal }: Call<TokenOptions>): void {
  if (terminal.env['NODE_ENV'] !== undefined && terminal.env['NODE_ENV'] !== 'development')
    throw new UsageError(`tokens are made for development, and NODE_ENV is ${terminal.env['NODE_ENV']}`);
  if (!LOCAL.includes(new URL(url).hostname))
    throw new UsageError(`tokens are made for this machine, and ${url} is another`);
}

async function readIssuer(path: string, name: string): Promise<Issuer> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Issuer;
  } catch (error) {
    throw new UsageError(`${name} cannot be read (${(error as Error).message}); 'npm start' makes it`);
  }
}
