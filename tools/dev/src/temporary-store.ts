import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';

/** A database nobody else uses: what plays on it has temporary secrets, and a store keeps to the salt it was first started with. */
export interface TemporaryStore {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own on a MongoDB-protocol server. Any other address is taken as it is, and what is there stays. */
export function temporaryStore(url: string): TemporaryStore {
  if (!url.startsWith('mongodb://')) return { url, drop: async () => undefined };
  const own = new URL(url);
  own.pathname = `/countersign_demo_${randomBytes(4).toString('hex')}`;
  return {
    url: own.toString(),
    drop: async () => {
      const connection = await mongoose.createConnection(own.toString()).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
