/**
 * How far a reader of the events has come, kept for readers that have no database. It is forgotten when nobody has
 * moved it for longer than a year.
 */
import { fault } from '@countersign/policy';
import type { Cursor } from '@countersign/rpc';
import type { EngineDeps } from './deps';

const KEPT_MS = 400 * 24 * 3_600_000;
const NAME = /^[\x21-\x7e]{1,128}$/;

export interface Kept {
  /** 0: it never moved. */
  readonly position: number;
  readonly version: number;
}

type Deps = Pick<EngineDeps, 'store' | 'now'>;

const receiptName = (name: string): string => {
  if (!NAME.test(name))
    throw fault('invalid', { details: ['name: must be 1 to 128 visible ASCII characters'] });
  return `cursor:${name}`;
};

export async function getCursor(
  { store }: Pick<Deps, 'store'>,
  name: string,
  deadline: number,
): Promise<Kept> {
  const found = await store.receipt(receiptName(name), { deadline });
  return { position: Number(found?.value ?? 0), version: found?.version ?? 0 };
}

/** Returns where it is then, which is further on when somebody else has moved it there. */
export async function moveCursor(
  { store, now }: Deps,
  { name, position }: Cursor,
  deadline: number,
): Promise<number> {
  if (!Number.isSafeInteger(position) || position < 0) {
    throw fault('invalid', { details: ['position: must be a whole number, zero or more'] });
  }
  for (;;) {
    if (now() >= deadline) throw fault('deadline');
    const kept = await getCursor({ store }, name, deadline);
    const furthest = Math.max(kept.position, position);
    const moved = await store.putReceipt(
      {
        name: receiptName(name),
        value: String(furthest),
        until: now() + KEPT_MS,
        expectedVersion: kept.version,
      },
      { deadline },
    );
    if (moved) return furthest;
  }
}
