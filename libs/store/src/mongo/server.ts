/**
 * Which server answers at a MongoDB address. Some speak MongoDB's protocol without being MongoDB and report the
 * version they imitate; they are named for what they are, by the fields that each adds to `buildInfo`.
 */
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';

export interface MongoServer {
  readonly name: string;
  readonly version: string;
  /** The driver's view: false means that a write is on one machine only. */
  readonly replicated: boolean;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const ferretVersion = (info: Readonly<Record<string, unknown>>): string | undefined => {
  const ferret = info['ferretdb'];
  const nested =
    typeof ferret === 'object' && ferret !== null && 'version' in ferret ? ferret.version : undefined;
  return textOf(info['ferretdbVersion']) ?? textOf(nested);
};

export const identifyServer = async (connection: Pick<Connection, 'db'>): Promise<MongoServer> => {
  const admin = connection.db?.admin();
  const info = (await admin?.command({ buildInfo: 1 })) ?? {};
  const hello = (await admin?.command({ hello: 1 })) ?? {};
  const replicated = textOf(hello['setName']) !== undefined || hello['msg'] === 'isdbgrid';
  const secantus = textOf(info['secantusVersion']);
  if (secantus !== undefined) return { name: 'SecantusDB', version: secantus, replicated };
  const ferret = ferretVersion(info);
  if (ferret !== undefined) return { name: 'FerretDB', version: ferret, replicated };
  return { name: 'MongoDB', version: textOf(info['version']) ?? 'of unknown version', replicated };
};

/** Connects, asks and leaves. For tools; a store has its own connection. */
export const describeMongoServer = async (url: string, timeoutMs: number): Promise<MongoServer> => {
  const connection = createConnection(url, { serverSelectionTimeoutMS: timeoutMs, autoIndex: false });
  try {
    await connection.asPromise();
    return await identifyServer(connection);
  } finally {
    await connection.close(true);
  }
};
