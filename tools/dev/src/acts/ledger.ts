import type { Countersign } from '@countersign/client';
import type { ReadEvent, ReaderProcess } from '../reader-process';
import { until } from '../until';
import type { Stage } from './stage';

const AT_ONCE = 1000;
/** A balance is told so many times for each customer. */
const ROUNDS = 5;
const PATIENCE_MS = 120_000;

/**
 * The ledger pushes its balances in bulk while a reader of the events is killed, the engine dies and the admin service
 * dies. Every batch is sent until all of it is done, under one key: what was done before is not done again.
 */
export async function ledgerDay(stage: Stage, reader: ReaderProcess, balances: number): Promise<void> {
  const { stack, transcript } = stage;
  const customers = Array.from({ length: balances / ROUNDS }, (_, i) => `customer-${i}`);
  transcript.act(
    `The ledger brings ${customers.length.toLocaleString('en')} customers and pushes ${balances.toLocaleString('en')} balances, while processes die.`,
  );
  const ledger = stack.as('ledger', ['users:write', 'balances:write']);
  for (const [i, uids] of pages(customers).entries()) {
    const items = uids.map((uid) => ({ uid, role: 'signer' as const }));
    await untilDone(`customers-${i}`, (idempotencyKey) =>
      ledger.users.createMany.mutate({ items, reason: 'customers of the day', idempotencyKey }),
    );
  }
  reader.start();
  await until(
    'the reader to be in the middle of it',
    async () => ((await reader.read()).length >= customers.length / 2 ? true : undefined),
    PATIENCE_MS,
  );

  const disasters = [
    async () => {
      await reader.kill();
      transcript.say(`(the reader was killed after ${(await reader.read()).length} events)`);
    },
    () => stack.adminProcess.crash(),
    () => stack.engine.crash(),
    async () => reader.start(),
  ];
  const asOf = Date.now() - ROUNDS;
  let done = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [page, uids] of pages(customers).entries()) {
      const work = pushed(ledger, uids, `balances-${round}-${page}`, asOf + round);
      const disaster = disasters.shift();
      if (disaster !== undefined) await disaster();
      done += await work;
    }
  }
  for (const disaster of disasters) await disaster();
  transcript.check(`all ${balances.toLocaleString('en')} pushes are acknowledged`, done === balances, done);

  // The log may have them a moment after they were acknowledged.
  const seen = await until(
    'the reader to have all of them',
    async () => {
      const found = pushesIn(await reader.read());
      return found >= balances ? found : undefined;
    },
    PATIENCE_MS,
  );
  transcript.check('each had its effect exactly once, however often it was sent', seen === balances, seen);
}

/** How many balances of the day's customers were told. */
export const pushesIn = (events: readonly ReadEvent[]): number =>
  events.filter(({ type, id }) => type === 'balance.pushed' && id.startsWith('customer-')).length;

async function pushed(ledger: Countersign, uids: readonly string[], name: string, asOf: number) {
  const items = uids.map((uid) => ({ uid, chainId: 'bitcoin', amount: '0.5', asOf }));
  return untilDone(name, (idempotencyKey) =>
    ledger.balances.pushMany.mutate({ items, reason: 'balances of the hour', idempotencyKey }),
  );
}

/** Sends a batch until every item is done. Resolves with how many. */
async function untilDone(
  key: string,
  send: (key: string) => Promise<{
    readonly results: readonly { readonly ok: boolean; readonly fault?: { readonly code: string } }[];
  }>,
): Promise<number> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const { results } = await send(key);
    const refused = results.find(
      ({ fault }) => fault !== undefined && !['unavailable', 'deadline', 'cancelled'].includes(fault.code),
    );
    if (refused !== undefined) throw new Error(`${key}: ${JSON.stringify(refused)}`);
    if (results.every(({ ok }) => ok)) return results.length;
    if (Date.now() > end) throw new Error(`waited too long: ${key}`);
  }
}

export async function endOfLog(countersign: Countersign): Promise<number> {
  for (let after = 0; ;) {
    const { events, nextPosition } = await countersign.events.list.query({ after, limit: AT_ONCE });
    if (events.length === 0) return nextPosition;
    after = nextPosition;
  }
}

const pages = (all: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) =>
    all.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
