/** What an edge tells of its secrets at its operations port, and what is worth a warning in it. */
import { durationText } from './duration';
import { tableOf } from './table';

/** Times are ISO 8601. */
interface SecretUse {
  readonly reference: string;
  readonly loadedAt: string;
  readonly opened: number;
  readonly lastUsedAt: string | null;
}

export interface SecretStatus {
  /** Where it was asked. */
  readonly edge: string;
  readonly current: SecretUse;
  readonly previous: (SecretUse & { readonly until: string }) | null;
}

/** The edge was not reached, or something else is there. The message names the address. */
export class EdgeError extends Error {
  override readonly name = 'EdgeError';
}

const TIMEOUT_MS = 5_000;
const HOUR_MS = 3_600_000;
const NEAR_MS = 24 * HOUR_MS;

/** Throws EdgeError, and the signal's reason. */
export async function askSecretStatus(edge: string, signal: AbortSignal): Promise<SecretStatus> {
  if (!URL.canParse(edge)) throw new EdgeError(`--edge: not a URL such as http://127.0.0.1:7001`);
  const limited = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const response = await fetch(new URL('/secrets', edge), { signal: limited, redirect: 'error' });
    const status: unknown = response.ok ? await response.json() : undefined;
    if (isStatus(status)) return { edge, ...status };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SyntaxError)) throw new EdgeError(`${edge}: the edge could not be reached`);
  }
  throw new EdgeError(`${edge}: this is not the operations port of an edge`);
}

export const statusText = (statuses: readonly SecretStatus[]): string =>
  tableOf(
    ['edge', 'secret', 'reference', 'loaded', 'opened', 'last used', 'until'],
    statuses.flatMap(({ edge, current, previous }) => [
      [edge, 'current', ...rowOf(current), ''],
      ...(previous ? [[edge, 'previous', ...rowOf(previous), previous.until]] : []),
    ]),
  );

const rowOf = ({ reference, loadedAt, opened, lastUsedAt }: SecretUse) => [
  reference,
  loadedAt,
  opened,
  lastUsedAt ?? 'never',
];

/** A previous secret that ends within a day and was used within the last hour. */
export function warningsOf({ edge, previous }: SecretStatus, now: number): string[] {
  if (previous === null || previous.lastUsedAt === null) return [];
  const left = Date.parse(previous.until) - now;
  const unused = now - Date.parse(previous.lastUsedAt);
  if (left <= 0 || left > NEAR_MS || unused > HOUR_MS) return [];
  return [
    `${edge}: ${previous.reference} was used ${roughly(unused)} ago and opens nothing from ${previous.until} on ` +
      `(in ${roughly(left)})`,
  ];
}

const roughly = (ms: number): string =>
  durationText(Math.max(1000, ms - (ms % (ms > HOUR_MS ? HOUR_MS : ms > 60_000 ? 60_000 : 1000))));

function isStatus(value: unknown): value is Omit<SecretStatus, 'edge'> {
  if (typeof value !== 'object' || value === null) return false;
  const { current, previous } = value as Record<string, unknown>;
  return (
    isUse(current) &&
    (previous === null || (isUse(previous) && isTime((previous as { until?: unknown }).until)))
  );
}

function isUse(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { reference, loadedAt, opened, lastUsedAt } = value as Record<string, unknown>;
  const used = lastUsedAt === null || isTime(lastUsedAt);
  return typeof reference === 'string' && isTime(loadedAt) && typeof opened === 'number' && used;
}

const isTime = (value: unknown): boolean => typeof value === 'string' && Number.isFinite(Date.parse(value));
