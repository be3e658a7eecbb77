import type { Usage, Use } from '@countersign/envelope';
import type { SecretRing } from './secret-ring';

/**
 * What the operations port tells of the secrets: where they are, and what for and when they were last used, so that it
 * is known when the previous one is no longer needed. Neither a secret nor anything made of one.
 */
export interface SecretStatus {
  readonly current: SecretUse;
  readonly previous: (SecretUse & { readonly until: string }) | null;
}

/** Since this process loaded it; times are ISO 8601 in UTC. */
export interface SecretUse {
  readonly reference: string;
  readonly loadedAt: string;
  readonly opened: number;
  readonly lastUsedAt: string | null;
}

type Seen = Pick<SecretRing, 'references'> & { readonly keyring: Pick<SecretRing['keyring'], 'usage'> };

export function secretStatus({ keyring, references }: Seen): SecretStatus {
  const usage = keyring.usage();
  const { current, previous } = references();
  return {
    current: useOf(current, usage.current),
    previous:
      usage.previous && previous !== undefined
        ? { ...useOf(previous, usage.previous), until: iso(usage.previous.until) }
        : null,
  };
}

/** Unix time in seconds, as Prometheus has it; 0: never, or there is none. */
export const lastUsedSeconds = ({ keyring }: Seen, role: keyof Usage): number =>
  (keyring.usage()[role]?.lastUsedAt ?? 0) / 1000;

const iso = (ms: number): string => new Date(ms).toISOString();

const useOf = (reference: string, { loadedAt, opened, lastUsedAt }: Use): SecretUse => ({
  reference,
  loadedAt: iso(loadedAt),
  opened,
  lastUsedAt: lastUsedAt === undefined ? null : iso(lastUsedAt),
});
