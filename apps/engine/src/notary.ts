/**
 * Signs what the log is. A checkpoint is a statement about all events up to the log's end; it is committed as an event
 * of its own, so two engines cannot both make the next one, and the next begins where it ended.
 *
 * A statement of this engine's own key is gone on from as it stands: whoever rewrote events before it changes nothing of
 * what is signed, and so breaks every export. What another key signed is read again from the beginning, and must come
 * out the same. Whatever does not fit is an error of the store or the work of somebody with access to it: nothing is
 * signed over it, and it is logged.
 */
import { setImmediate } from 'node:timers/promises';
import type { Aggregate, ChangeCall } from '@countersign/commands';
import {
  createKeyring,
  digestAfter,
  emptyDigest,
  statementIn,
  type SignedStatement,
  type Signer,
} from '@countersign/evidence';
import { CHECKPOINT_ID, fault, makeCheckpoint, type Checkpoint } from '@countersign/policy';
import type { Store } from '@countersign/store';

export interface Notary {
  readonly keyId: string;
  /** PEM */
  readonly publicKey: string;
  /** The newest statement, of whichever engine. */
  last(deadline: number): Promise<SignedStatement | undefined>;
  /** A new statement, about everything the log shows now. Throws what a commit throws. */
  make(call: ChangeCall, signal: AbortSignal): Promise<SignedStatement>;
  /** The same, if anything but checkpoints has happened since the last one and nobody else makes one meanwhile. */
  makeIfNews(call: ChangeCall, signal: AbortSignal): Promise<SignedStatement | undefined>;
}

export interface NotaryDeps {
  readonly store: Pick<Store, 'events'>;
  readonly checkpoints: Aggregate<Checkpoint>;
  readonly signer: Signer;
  readonly now: () => number; // ms UTC
}

/** How far the log was read. */
interface Reading {
  readonly position: number;
  readonly digest: string;
  /** Position of the last event that is no checkpoint, of those that were read. */
  readonly lastNews: number;
}

const PAGE = 1_000;
const nothing: Reading = { position: 0, digest: emptyDigest, lastNews: 0 };

export function createNotary({ store, checkpoints, signer, now }: NotaryDeps): Notary {
  const keyring = createKeyring(signer.publicKey);
  // Kept over calls, so that a log too long for one of them is read through by several.
  let reading = nothing;

  /** Where reading may begin, given the newest statement. */
  function startFrom(made: SignedStatement | null): Reading {
    if (made === null || made.keyId !== signer.keyId) return reading;
    const mistake = keyring.mistakeIn(made);
    if (mistake !== undefined) throw new Error(`the last checkpoint in the store does not hold: ${mistake}`);
    if (reading.position >= made.position) return reading;
    return { position: made.position, digest: made.digest, lastNews: 0 };
  }

  async function readToEnd(
    made: SignedStatement | null,
    deadline: number,
    signal: AbortSignal,
  ): Promise<Reading> {
    let mine = startFrom(made);
    const toMeet = made !== null && mine.position < made.position ? made : null;
    for (;;) {
      signal.throwIfAborted();
      if (now() >= deadline) throw fault('deadline');
      const page = await store.events({ after: mine.position, limit: PAGE });
      for (const { position, kind, hash } of page) {
        const digest = digestAfter(mine.digest, hash);
        mine = { position, digest, lastNews: kind === 'checkpoint' ? mine.lastNews : position };
        if (position === toMeet?.position && digest !== toMeet.digest) throw unlike(toMeet);
      }
      if (mine.position > reading.position) reading = mine;
      if (page.length < PAGE) break;
      await setImmediate();
    }
    await refuseUnlessThere(made, mine);
    return mine;
  }

  /** The log cannot be shorter than it was. */
  async function refuseUnlessThere(made: SignedStatement | null, { position }: Reading): Promise<void> {
    if (position === 0 && (made?.position ?? 0) === 0) return;
    const [last] = await store.events({ after: Math.max(position, made?.position ?? 0) - 1, limit: 1 });
    if (last === undefined)
      throw new Error('the log is shorter than it was when the last checkpoint was made');
  }

  async function make(call: ChangeCall, signal: AbortSignal, isStill: (seq: number) => boolean) {
    const { events } = await checkpoints.change(CHECKPOINT_ID, call, async (state) => {
      if (!isStill(state?.seq ?? 0)) throw fault('conflict', { message: 'another engine made a checkpoint' });
      const { position, digest } = await readToEnd(state?.made ?? null, call.deadline, signal);
      return makeCheckpoint(state, signer.sign({ position, digest, at: now() }));
    });
    const made = statementIn(events[0]?.data);
    if (made === undefined) throw new Error('a checkpoint was committed that holds no statement');
    return made;
  }

  const get = async (deadline: number): Promise<Checkpoint | undefined> =>
    (await checkpoints.get(CHECKPOINT_ID, deadline))?.state;

  return {
    keyId: signer.keyId,
    publicKey: signer.publicKey,
    last: async (deadline) => (await get(deadline))?.made ?? undefined,
    make: (call, signal) => make(call, signal, () => true),
    makeIfNews: async (call, signal) => {
      const state = await get(call.deadline);
      const { lastNews } = await readToEnd(state?.made ?? null, call.deadline, signal);
      if (lastNews <= (state?.made?.position ?? 0)) return undefined;
      return make(call, signal, (seq) => seq === (state?.seq ?? 0));
    },
  };
}

const unlike = ({ position }: SignedStatement): Error =>
  new Error(`the log is not the one that the last checkpoint was made of (position ${position})`);
