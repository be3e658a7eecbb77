/**
 * What the edge may answer, taken from docs/errors.md and from nowhere else. A reply is one of the rows to the letter,
 * or one of the few that Node's HTTP server gives by itself, or it is a find.
 */
import { open } from './envelope';
import type { HttpReply } from './http-reply';

interface Row {
  readonly message: string;
  /** Beside content-type, content-length, cache-control, date, connection, keep-alive, x-request-id. */
  readonly headers?: Readonly<Record<string, string>>;
}

const rows: ReadonlyMap<string, Row> = new Map([
  ['200 true', { message: 'OK' }],
  ['200 false', { message: 'refused' }],
  ['400 false', { message: 'bad request' }],
  ['404 false', { message: 'bad request' }],
  ['405 false', { message: 'bad request', headers: { allow: 'POST' } }],
  ['413 false', { message: 'bad request' }],
  ['429 false', { message: 'too many requests', headers: { 'retry-after': '1' } }],
  ['503 false', { message: 'unavailable' }],
]);

/** Node answers these itself, empty, and closes the connection: what is not HTTP, or is too large or too slow as HTTP. */
const ofNode: ReadonlySet<number> = new Set([400, 408, 431]);

const ordinary = [
  'content-type',
  'content-length',
  'cache-control',
  'date',
  'connection',
  'keep-alive',
  'x-request-id',
];
const HEX64 = /^[0-9a-f]{64}$/;
const BODY = /^\{"success":(true|false),"message":"([A-Za-z ]+)","ciphertext":"([A-Za-z0-9+/=]+)"\}$/;

export interface Asked {
  /** Absent when the bytes were not a request that anybody could name. */
  readonly path?: string | undefined;
  readonly bodiless?: boolean;
}

export interface Judgement {
  /** What kind of answer it was, for counting. */
  readonly answer: string;
  readonly problem?: string;
}

const wrong = (answer: string, problem: string): Judgement => ({ answer, problem });

export const judgeReply = (reply: HttpReply, { path, bodiless }: Asked, secret: string): Judgement => {
  const { status, headers, body } = reply;
  const answer = String(status);
  // A path that cannot be decoded is a 400 of ours, and what Node refuses by itself it refuses of a HEAD, too.
  if (bodiless === true) {
    const known = [404, 405].includes(status) || ofNode.has(status);
    return known ? { answer } : wrong(answer, `a HEAD was answered ${status}`);
  }
  if (body === '') {
    if (!ofNode.has(status)) return wrong(answer, `an empty reply with status ${status}`);
    if (headers.get('connection') !== 'close')
      return wrong(answer, `an empty ${status} that keeps the connection`);
    return { answer: `${answer} of the HTTP server` };
  }
  const [, success = '', message = '', ciphertext = ''] = BODY.exec(body) ?? [];
  const row = rows.get(`${status} ${success}`);
  if (row === undefined || row.message !== message)
    return wrong(answer, `status ${status} with a body that is in no row: ${body.slice(0, 60)}`);
  const header = strangeHeader(headers, row);
  if (header !== undefined) return wrong(answer, `status ${status} with a wrong header: ${header}`);
  const text = open(ciphertext, secret);
  if (text === undefined) return wrong(answer, `status ${status} with a ciphertext that does not open`);
  if (success === 'false')
    return text === '{}' ? { answer } : wrong(answer, `status ${status} that encrypts more than {}`);
  return isAnswer(path, text)
    ? { answer }
    : wrong(answer, `an answer of the wrong shape${path ? ` to ${path}` : ''}`);
};

const strangeHeader = (headers: ReadonlyMap<string, string>, row: Row): string | undefined => {
  const expected = new Map(Object.entries(row.headers ?? {}));
  for (const name of headers.keys()) if (!ordinary.includes(name) && !expected.has(name)) return name;
  for (const [name, value] of expected) if (headers.get(name) !== value) return name;
  if (headers.get('content-type') !== 'application/json') return 'content-type';
  return headers.get('cache-control') === 'no-store' ? undefined : 'cache-control';
};

const isAnswer = (path: string | undefined, text: string): boolean => {
  const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const names = Object.keys(value).join();
  const list = (member: unknown, wanted: string): boolean =>
    Array.isArray(member) &&
    member.every(
      (row: Record<string, unknown>) =>
        Object.keys(row).join() === wanted && Object.values(row).every((cell) => typeof cell === 'string'),
    );
  const shapes: Readonly<Record<string, () => boolean>> = {
    '/user_verify': () =>
      names === 'uid,key' && typeof value['uid'] === 'string' && HEX64.test(String(value['key'])),
    '/machine_verify': () => names === 'key' && HEX64.test(String(value['key'])),
    '/read': () =>
      names === 'role,limits,destinations' &&
      ['signer', 'admin'].includes(String(value['role'])) &&
      list(value['limits'], 'chain_id,balance,limit') &&
      (value['limits'] as unknown[]).length > 0 &&
      list(value['destinations'], 'chain_id,address'),
    '/update': () => names === '',
  };
  if (path !== undefined) return shapes[path]?.() ?? false;
  return Object.values(shapes).some((fits) => fits());
};
