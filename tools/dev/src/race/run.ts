import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, verifyHistory } from '@countersign/store';
import { temporaryStore } from '../temporary-store';
import { createTranscript } from '../transcript';
import { ADMITTED, AMOUNT, CAP, CAP_KEY, PERMITS, UID, registerPermits } from './contestant';
import { startEngines } from './engines';
import { readAll, type Reading } from './reading';

/**
 * The race that every limit must survive: all permits of one user are read at once, through engines that know nothing
 * of each other, and exactly as many are granted as the cap admits. Asked again, the same ones are. Resolves with
 * whether all of it held, and leaves nothing behind.
 */
export interface RaceOptions {
  /** `mongodb://…`: a database of its own there, two engines. Absent: SQLite in a temporary folder, one engine. */
  readonly mongoUri?: string;
  readonly say: (line: string) => void;
}

export async function race({ mongoUri, say }: RaceOptions): Promise<boolean> {
  const dir = await mkdtemp(join(tmpdir(), 'countersign-race-'));
  const store = temporaryStore(mongoUri ?? `sqlite:${join(dir, 'countersign.db')}`);
  const transcript = createTranscript(say);
  try {
    await run(dir, store.url, mongoUri === undefined ? 1 : 2, transcript);
  } finally {
    await store.drop();
    await rm(dir, { recursive: true, force: true });
  }
  return transcript.failures() === 0;
}

async function run(
  dir: string,
  storeUrl: string,
  count: number,
  transcript: ReturnType<typeof createTranscript>,
): Promise<void> {
  const { act, say, check } = transcript;
  act(
    `${PERMITS} permits of ${AMOUNT}, a cap of ${CAP} in 24 hours, ${count} engine${count > 1 ? 's' : ''}.`,
  );
  const engines = await startEngines({ dir, storeUrl, count, onEnd: (message) => say(`(${message})`) });
  try {
    const { platform, callbacks } = engines;
    const references = await registerPermits(platform);
    const first = await readAll(callbacks, references);
    say(`${timeOf(first)}; granted by each engine: ${first.byEngine.join(' and ')}`);
    check(
      `exactly ${ADMITTED} are granted and ${PERMITS - ADMITTED} refused`,
      first.granted.size === ADMITTED && first.refused.size === PERMITS - ADMITTED,
      { granted: first.granted.size, refused: first.refused.size, odd: counted(first.odd) },
    );
    const decisions = new Map((await platform.decisions(UID)).map((decision) => [decision.id, decision]));
    const others = [...first.refused.values()].filter((id) => {
      const decision = decisions.get(id);
      return decision?.rule !== 'limit_exceeded' || decision.binding?.key !== CAP_KEY;
    });
    check(`every refusal names ${CAP_KEY}`, others.length === 0, others);

    const again = await readAll(callbacks, references);
    say(`once more: ${timeOf(again)}`);
    const same = [...first.granted].every(([reference, id]) => again.granted.get(reference) === id);
    check(
      `again: the same ${ADMITTED}, by the same decisions`,
      same && again.granted.size === ADMITTED && again.refused.size === PERMITS - ADMITTED,
      { granted: again.granted.size, refused: again.refused.size, odd: counted(again.odd) },
    );
  } finally {
    await engines.stop();
  }
  await checkEvents(storeUrl, transcript);
}

/** With the engines gone, what they left is looked at in the store itself. */
async function checkEvents(
  storeUrl: string,
  { say, check }: ReturnType<typeof createTranscript>,
): Promise<void> {
  const store = await openStore(storeUrl, { now: Date.now, newId: randomUUID });
  try {
    let holds = 0;
    let seq = 0;
    for (;;) {
      const page = await store.history('user', UID, { afterSeq: seq, limit: 500 });
      holds += page.filter(({ type }) => type === 'permit.held').length;
      const last = page.at(-1);
      if (last === undefined) break;
      seq = last.seq;
    }
    const broken = await verifyHistory(store, 'user', UID);
    say(`on ${store.description.server}: ${seq} events of the user, ${holds} of them holds`);
    check(`${ADMITTED} holds were placed, and the chain of events verifies`, holds === ADMITTED && !broken, {
      holds,
      broken,
    });
  } finally {
    await store.close();
  }
}

const timeOf = ({ ms, repeated }: Reading): string =>
  `${PERMITS} reads at once took ${ms} ms${repeated === 0 ? '' : `, ${repeated} of them were made again`}`;

const counted = (words: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]));
