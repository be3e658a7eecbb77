import { judgeReply } from './edge-oracle';
import { seal } from './envelope';
import { readReply, type HttpReply } from './http-reply';

const secret = 'a secret';
const salt = Buffer.alloc(8, 7);
const sealed = (text: string) => seal(Buffer.from(text), { secret, salt });
const body = (success: boolean, message: string, text: string) =>
  `{"success":${success},"message":"${message}","ciphertext":"${sealed(text)}"}`;
const ours = { 'content-type': 'application/json', 'cache-control': 'no-store', date: 'now' };
const reply = (status: number, text: string, headers: Record<string, string> = ours): HttpReply => ({
  status,
  headers: new Map(Object.entries(headers)),
  body: text,
});
const key = 'a'.repeat(64);

describe('a documented reply is none to look at', () => {
  it.each([
    ['a login', reply(200, body(true, 'OK', `{"uid":"u","key":"${key}"}`)), '/user_verify'],
    ['a machine', reply(200, body(true, 'OK', `{"key":"${key}"}`)), '/machine_verify'],
    [
      'a read',
      reply(
        200,
        body(
          true,
          'OK',
          '{"role":"signer","limits":[{"chain_id":"1","balance":"0","limit":"0"}],"destinations":[]}',
        ),
      ),
      '/read',
    ],
    ['an update', reply(200, body(true, 'OK', '{}')), '/update'],
    ['a refusal', reply(200, body(false, 'refused', '{}')), '/read'],
    ['what does not open', reply(400, body(false, 'bad request', '{}')), '/read'],
    ['no such path', reply(404, body(false, 'bad request', '{}')), undefined],
    ['a wrong method', reply(405, body(false, 'bad request', '{}'), { ...ours, allow: 'POST' }), undefined],
    ['too much', reply(413, body(false, 'bad request', '{}'), { ...ours, connection: 'close' }), '/read'],
    [
      'too often',
      reply(429, body(false, 'too many requests', '{}'), { ...ours, 'retry-after': '1' }),
      '/read',
    ],
    ['not now', reply(503, body(false, 'unavailable', '{}')), '/update'],
    ["Node's own", reply(400, '', { connection: 'close' }), undefined],
  ])('%s', (_, given, path) => {
    expect(judgeReply(given, { path }, secret).problem).toBeUndefined();
  });

  it('to a HEAD', () => {
    for (const status of [400, 404, 405, 431])
      expect(judgeReply(reply(status, ''), { bodiless: true }, secret).problem).toBeUndefined();
    expect(judgeReply(reply(200, ''), { bodiless: true }, secret).problem).toBeDefined();
  });
});

describe('anything else is a find', () => {
  const limits = '[{"chain_id":"1","balance":"0","limit":"0"}]';
  it.each([
    ['another status', reply(500, body(false, 'unavailable', '{}')), '/read'],
    ['another message', reply(400, body(false, 'no ciphertext', '{}')), '/read'],
    ['a message of another row', reply(400, body(false, 'unavailable', '{}')), '/read'],
    ['success where there is none', reply(400, body(true, 'bad request', '{}')), '/read'],
    ['a refusal that tells something', reply(400, body(false, 'bad request', '{"a":1}')), '/read'],
    ['a member more', reply(400, '{"success":false,"message":"bad request","ciphertext":"","a":1}'), '/read'],
    [
      'an envelope of another secret',
      reply(
        400,
        `{"success":false,"message":"bad request","ciphertext":"${seal(Buffer.from('{}'), { secret: 'b', salt })}"}`,
      ),
      '/read',
    ],
    ['a page of HTML', reply(404, '<!DOCTYPE html>'), undefined],
    [
      'a header more',
      reply(404, body(false, 'bad request', '{}'), { ...ours, 'x-powered-by': 'Express' }),
      undefined,
    ],
    ['a header less', reply(405, body(false, 'bad request', '{}')), undefined],
    [
      'what may be cached',
      reply(404, body(false, 'bad request', '{}'), { 'content-type': 'application/json' }),
      undefined,
    ],
    ['an empty reply that is not of the list', reply(417, '', { connection: 'close' }), undefined],
    ['an empty reply that goes on', reply(400, ''), undefined],
    ['a HEAD that succeeded', reply(200, ''), undefined],
    ['a key that is none', reply(200, body(true, 'OK', '{"key":"A"}')), '/machine_verify'],
    ['the answer to another question', reply(200, body(true, 'OK', `{"key":"${key}"}`)), '/user_verify'],
    [
      'limits that are empty',
      reply(200, body(true, 'OK', '{"role":"signer","limits":[],"destinations":[]}')),
      '/read',
    ],
    [
      'a role that is none',
      reply(200, body(true, 'OK', `{"role":"root","limits":${limits},"destinations":[]}`)),
      '/read',
    ],
    [
      'a number for a text',
      reply(
        200,
        body(
          true,
          'OK',
          `{"role":"admin","limits":[{"chain_id":"1","balance":0,"limit":"0"}],"destinations":[]}`,
        ),
      ),
      '/read',
    ],
    ['an update that tells something', reply(200, body(true, 'OK', '{"duplicate":true}')), '/update'],
  ])('%s', (_, given, path) => {
    expect(judgeReply(given, { path, bodiless: false }, secret).problem).toEqual(expect.any(String));
  });
});

describe('a reply is read to the byte', () => {
  const head = 'HTTP/1.1 400 Bad Request\r\ncontent-length: 2\r\n\r\n';
  it.each(['', 'HTTP/1.1 400 Bad', head, `${head}{`])('%j is not all of it', (text) => {
    expect(readReply(Buffer.from(text), false)).toBe('more');
  });

  it('and what follows is left over', () => {
    expect(readReply(Buffer.from(`${head}{}HTTP`), false)).toMatchObject({
      reply: { status: 400, body: '{}' },
      rest: Buffer.from('HTTP'),
    });
  });

  it('also when it is chunks of nothing', () => {
    const empty = 'HTTP/1.1 400 Bad Request\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(readReply(Buffer.from(empty), false)).toMatchObject({ reply: { status: 400, body: '' } });
    expect(readReply(Buffer.from(empty.slice(0, -3)), false)).toBe('more');
  });

  it.each([
    'HTTP/1.0 400 Bad Request\r\n\r\n',
    'HTTP/1.1 600 Odd\r\n\r\n',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n',
    'HTTP/1.1 200 OK\r\na: 1\r\nA: 2\r\n\r\n',
    'HTTP/1.1 200 OK\r\n folded\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n',
    'x'.repeat(5_000),
  ])('%j is none', (text) => {
    expect(readReply(Buffer.from(text), false)).toHaveProperty('problem');
  });
});
