/** A small log with two aggregates and two checkpoints in it, and its export. Ed25519 is deterministic: so is all of it. */
import { createPrivateKey } from 'node:crypto';
import {
  closingLine,
  createSigner,
  digestAfter,
  emptyDigest,
  eventLine,
  genesis,
  hashEvent,
  headerLine,
  type ExportedEvent,
  type SignedStatement,
  type Signer,
} from '../src/index';

/** From a seed of 32 equal bytes, as PKCS#8 has it. */
export const signerOf = (byte: number): Signer => createSigner(privatePem(byte));

export const privatePem = (byte: number): string => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
};

export interface Log {
  readonly events: readonly ExportedEvent[];
  add(kind: string, id: string, type: string, data: unknown): void;
  /** Of the first events, all of them unless told. */
  statement(signer: Signer, position?: number): SignedStatement;
}

export const createLog = (at = 1_700_000_000_000): Log => {
  const events: ExportedEvent[] = [];
  const heads = new Map<string, ExportedEvent>();
  const digests = [emptyDigest];
  return {
    events,
    add: (kind, id, type, data) => {
      const before = heads.get(`${kind} ${id}`);
      const cause = { actor: 'ledger', reason: 'naïve “quote”', requestId: 'r-1' };
      const body = { kind, id, seq: (before?.seq ?? 0) + 1, type, at, ...cause };
      const linked = { ...body, data: JSON.stringify(data), prev: before?.hash ?? genesis };
      const event = { position: events.length + 1, ...linked, hash: hashEvent(linked) };
      events.push(event);
      heads.set(`${kind} ${id}`, event);
      digests.push(digestAfter(digests.at(-1) ?? '', event.hash));
    },
    statement: (signer, position = events.length) =>
      signer.sign({ position, digest: digests[position] ?? '', at }),
  };
};

/** Five events: a user's two, a checkpoint of them with one event between, another user's. */
export const smallLog = (signer: Signer): Log => {
  const log = createLog();
  log.add('user', 'u1', 'user.created', { role: 'signer' });
  log.add('user', 'u1', 'balance.pushed', { amount: '1.5' });
  const statement = log.statement(signer);
  log.add('user', 'u2', 'user.created', { role: 'admin' });
  log.add('checkpoint', 'log', 'checkpoint.made', statement);
  log.add('user', 'u2', 'user.frozen', {});
  return log;
};

export const linesOf = (log: Pick<Log, 'events'>, statement: SignedStatement): readonly string[] => [
  headerLine(statement),
  ...log.events.slice(0, statement.position).map(eventLine),
  closingLine(statement),
];
