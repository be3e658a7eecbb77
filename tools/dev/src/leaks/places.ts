/** Where a value could have come to lie, as bytes: files, the pages of the operations ports, the log of events, the store. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Countersign } from '@countersign/client';
import mongoose from 'mongoose';
import type { Place, PlaceSort } from '../leaks';
import type { Supervised } from '../supervised';

const PAGES = ['/metrics', '/secrets', '/readyz', '/livez'];
const EVENTS = 1000;
/** Documents are searched so many bytes at once. */
const CHUNK = 4 * 1024 * 1024;

/** Whatever the status: a page that does not exist must not say anything either. */
export const pagesOf = (process: Pick<Supervised, 'name' | 'ports'>): Promise<readonly Place[]> =>
  Promise.all(
    PAGES.map(async (path) => {
      const response = await fetch(`http://127.0.0.1:${process.ports().operationsPort}${path}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      return { sort: 'page' as const, name: `${process.name} ${path} (${response.status})`, bytes };
    }),
  );

/** As an auditor sees it, with what each event says. */
export async function* eventsOf(countersign: Countersign): AsyncGenerator<Place> {
  for (let after = 0; ;) {
    const { events, nextPosition } = await countersign.events.list.query({ after, limit: EVENTS });
    if (events.length === 0) return;
    const bytes = Buffer.from(events.map((event) => JSON.stringify(event)).join('\n'));
    yield { sort: 'event', name: `log, ${after + 1} to ${nextPosition}`, bytes };
    after = nextPosition;
  }
}

/** Every file of a folder, by its path in it. */
export async function* filesUnder(dir: string, storeUrl: string): AsyncGenerator<Place> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((it) => it.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(dir, path);
    yield { sort: sortOf(path, name, storeUrl), name, bytes: await readFile(path) };
  }
}

/** Everything that the store has written, as it lies there. */
export async function* storeOf(storeUrl: string): AsyncGenerator<Place> {
  if (storeUrl.startsWith('mongodb://')) return yield* documentsOf(storeUrl);
  const file = sqliteFile(storeUrl);
  for (const name of await readdir(dirname(file))) {
    if (name.startsWith(basename(file)))
      yield { sort: 'store', name, bytes: await readFile(join(dirname(file), name)) };
  }
}

async function* documentsOf(url: string): AsyncGenerator<Place> {
  const connection = await mongoose.createConnection(url).asPromise();
  try {
    for (const { name } of await connection.listCollections()) {
      let chunk: Buffer[] = [];
      let size = 0;
      const place = (): Place => ({ sort: 'store', name: `collection ${name}`, bytes: Buffer.concat(chunk) });
      for await (const raw of connection.collection(name).find({}, { raw: true })) {
        chunk.push(raw as unknown as Buffer);
        size += chunk.at(-1)?.length ?? 0;
        if (size < CHUNK) continue;
        yield place();
        chunk = [];
        size = 0;
      }
      if (chunk.length > 0) yield place();
    }
  } finally {
    await connection.close();
  }
}

const sqliteFile = (storeUrl: string): string => storeUrl.replace(/^sqlite:/, '');

function sortOf(path: string, name: string, storeUrl: string): PlaceSort {
  if (name.startsWith('log/')) return 'log';
  return path.startsWith(sqliteFile(storeUrl)) ? 'store' : 'file';
}
