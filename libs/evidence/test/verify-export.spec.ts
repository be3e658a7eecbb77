import {
  closingLine,
  eventLine,
  hashEvent,
  headerLine,
  verifyExport,
  type ExportedEvent,
} from '../src/index';
import { createLog, linesOf, signerOf, smallLog } from './log';

const signer = signerOf(1);
const stranger = signerOf(2);
const log = smallLog(signer);
const lines = linesOf(log, log.statement(signer));
const file = Buffer.from(lines.join(''));

const verify = (bytes: Uint8Array | readonly string[], keys = signer.publicKey, options = {}) =>
  verifyExport(bytes instanceof Uint8Array ? [bytes] : [Buffer.from(bytes.join(''))], keys, options);

const sentenceOf = async (...asked: Parameters<typeof verify>) => {
  const { verified, broken } = await verify(...asked);
  expect(verified).toBe(broken === undefined);
  return broken?.sentence;
};

const nth = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error(`there is no ${index}`);
  return item;
};

describe('an export that is as it was written', () => {
  it('verifies, and tells what it holds', async () => {
    expect(await verify(file)).toEqual({
      verified: true,
      events: 5,
      aggregates: 3,
      checkpoints: 2,
      statement: log.statement(signer),
    });
  });

  it('verifies however the file is cut into chunks', async () => {
    for (const size of [1, 2, 3, 7, 64, 500]) {
      const chunks = Array.from({ length: Math.ceil(file.length / size) }, (_, i) =>
        file.subarray(i * size, (i + 1) * size),
      );
      expect(await verifyExport(chunks, signer.publicKey)).toMatchObject({ verified: true, events: 5 });
    }
  });

  it('verifies when the log has no event yet', async () => {
    const empty = createLog();
    const report = await verify(linesOf(empty, empty.statement(signer)));
    expect(report).toMatchObject({ verified: true, events: 0, aggregates: 0, checkpoints: 1 });
  });

  it('verifies a part of the log that a statement covers', async () => {
    expect(await verify(linesOf(log, log.statement(signer, 2)))).toMatchObject({ verified: true, events: 2 });
  });

  it('verifies over a change of the key, when all keys are given', async () => {
    const changed = linesOf(log, log.statement(stranger));
    expect(await sentenceOf(changed, `${signer.publicKey}\n${stranger.publicKey}`)).toBeUndefined();
    expect(await sentenceOf(changed, stranger.publicKey)).toContain('a key that was not given');
  });

  it('tells its progress, and can be ended', async () => {
    const long = createLog();
    for (let i = 0; i < 2_500; i += 1) long.add('user', `u${i % 7}`, 'balance.pushed', { i });
    const whole = linesOf(long, long.statement(signer));
    const told: number[] = [];
    await verify(whole, signer.publicKey, {
      onProgress: ({ events }: { events: number }) => told.push(events),
    });
    expect(told).toEqual([999, 1_999]);
    const ended = new AbortController();
    ended.abort();
    const aborted = verify(whole, signer.publicKey, { signal: ended.signal });
    await expect(aborted).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('any change of the file is found', () => {
  const tiny = createLog();
  tiny.add('user', 'u1', 'user.created', { role: 'é\ufffd' });
  tiny.add('checkpoint', 'log', 'checkpoint.made', tiny.statement(signer));
  const file = Buffer.from(linesOf(tiny, tiny.statement(signer)).join(''));

  it('is about a file that verifies', async () => {
    expect(await verify(file)).toMatchObject({ verified: true, events: 2, checkpoints: 2 });
  });

  /** Every bit, and bytes that mean something to a reader of lines, text or JSON. */
  const bytesFor = (byte: number): ReadonlySet<number> => {
    const flipped = Array.from({ length: 8 }, (_, bit) => byte ^ (1 << bit));
    const others = new Set([...flipped, 0x0a, 0x22, 0xff]);
    others.delete(byte);
    return others;
  };

  it('every single byte, changed', async () => {
    const passed: string[] = [];
    for (const [offset, byte] of file.entries()) {
      for (const other of bytesFor(byte)) {
        const altered = Buffer.from(file);
        altered[offset] = other;
        if ((await verify(altered)).verified) passed.push(`${offset}: ${byte} -> ${other}`);
      }
    }
    expect(passed).toEqual([]);
  }, 120_000);

  it('every single byte, dropped or doubled, and every byte more at the end', async () => {
    const passed: string[] = [];
    for (const [offset] of file.entries()) {
      const [before, at, after] = [
        file.subarray(0, offset),
        file.subarray(offset, offset + 1),
        file.subarray(offset + 1),
      ];
      if ((await verify(Buffer.concat([before, after]))).verified) passed.push(`dropped ${offset}`);
      if ((await verify(Buffer.concat([before, at, at, after]))).verified) passed.push(`doubled ${offset}`);
    }
    for (const extra of [0x00, 0x0a, 0x0d, 0x20, 0x41]) {
      if ((await verify(Buffer.concat([file, Buffer.of(extra)]))).verified) passed.push(`added ${extra}`);
    }
    expect(passed).toEqual([]);
  }, 120_000);

  it('marks of byte order, which other readers skip', async () => {
    const mark = '\ufeff';
    for (const [i, line] of lines.entries()) {
      expect(await sentenceOf(lines.with(i, `${mark}${line}`))).toEqual(expect.any(String));
    }
  });

  it('every cut', async () => {
    for (let length = 0; length < file.length; length += 1) {
      expect({ length, ...(await verify(file.subarray(0, length))) }).toMatchObject({ verified: false });
    }
  });

  it('every line dropped, repeated, or put anywhere else', async () => {
    for (const [from, line] of lines.entries()) {
      const rest = lines.toSpliced(from, 1);
      expect(await sentenceOf(rest)).toEqual(expect.any(String));
      for (let to = 0; to <= rest.length; to += 1) {
        if (to !== from) expect(await sentenceOf(rest.toSpliced(to, 0, line))).toEqual(expect.any(String));
        expect(await sentenceOf(lines.toSpliced(to, 0, line))).toEqual(expect.any(String));
      }
    }
  });

  it('every two lines swapped', async () => {
    for (let a = 0; a < lines.length; a += 1) {
      for (let b = a + 1; b < lines.length; b += 1) {
        const swapped = lines.with(a, nth(lines, b)).with(b, nth(lines, a));
        expect(await sentenceOf(swapped)).toEqual(expect.any(String));
      }
    }
  });

  it('a line written in another way that means the same', async () => {
    const spelled = nth(lines, 1).replace('"user"', '"us\\u0065r"');
    expect(JSON.parse(spelled)).toEqual(JSON.parse(nth(lines, 1)));
    for (const other of [spelled, ` ${nth(lines, 1)}`, nth(lines, 1).replace('}\n', ',"extra":1}\n')]) {
      expect(await sentenceOf(lines.with(1, other))).toBe('the line is not written as an export writes it');
    }
  });
});

/** What somebody with the database and no key can do: rewrite events and compute every hash again. */
const forged = (event: ExportedEvent, part: Partial<ExportedEvent>): ExportedEvent => {
  const changed = { ...event, ...part };
  return { ...changed, hash: hashEvent(changed) };
};

describe('what a forger without the key can do is found', () => {
  it('an event that was hashed anew: the statement was made of another', async () => {
    const last = nth(log.events, 4);
    const other = eventLine(forged(last, { data: '{"forged":true}' }));
    expect(await verify(lines.with(5, other))).toMatchObject({
      events: 5,
      broken: { line: 7, sentence: 'the closing checkpoint was made of other events than these' },
    });
  });

  it('an event before another of its aggregate: that one does not follow it', async () => {
    const other = eventLine(forged(nth(log.events, 0), { reason: 'forged' }));
    expect(await verify(lines.with(1, other))).toMatchObject({
      broken: { line: 3, sentence: 'the event does not follow the one before it of user u1' },
    });
  });

  it('a past rewritten as a whole: the first checkpoint in the log is of the old one', async () => {
    const other = createLog();
    other.add('user', 'u1', 'user.created', { role: 'admin' });
    other.add('user', 'u1', 'balance.pushed', { amount: '1.5' });
    other.add('user', 'u2', 'user.created', { role: 'admin' });
    other.add('checkpoint', 'log', 'checkpoint.made', log.statement(signer, 2));
    expect(await verify(linesOf(other, other.statement(signer)))).toMatchObject({
      broken: {
        line: 5,
        sentence: 'the checkpoint does not hold: the first 2 events are not those it was made of',
      },
    });
  });

  it('an event too many, an aggregate renamed, positions renumbered', async () => {
    const twin = { ...nth(log.events, 4), position: 6 };
    expect(await sentenceOf(lines.toSpliced(6, 0, eventLine(twin)))).toContain('number 3, not 2');
    const renamed = log.events.map((event) => eventLine({ ...event, id: event.id.replace('u2', 'u3') }));
    expect(await sentenceOf([nth(lines, 0), ...renamed, nth(lines, 6)])).toContain('not what was hashed');
    const cut = log.events.slice(0, 4).map(eventLine);
    expect(await sentenceOf([nth(lines, 0), ...cut, nth(lines, 6)])).toBe(
      'the closing checkpoint covers 5 events, and here are 4',
    );
    const dropped = log.events
      .filter(({ kind }) => kind !== 'checkpoint')
      .map((event, i) => eventLine({ ...event, position: i + 1 }));
    expect(await sentenceOf([nth(lines, 0), ...dropped, nth(lines, 6)])).toContain('covers 5');
  });

  it('the lines of another store, all or some of them', async () => {
    const other = createLog(1_700_000_000_001);
    for (const { kind, id, type } of log.events.slice(0, 5))
      other.add(kind, id, type, log.statement(signer, 0));
    const foreign = linesOf(other, other.statement(signer));
    for (let i = 1; i < lines.length; i += 1) {
      expect(await sentenceOf(lines.with(i, nth(foreign, i)))).toEqual(expect.any(String));
      if (i === 1) continue;
      expect(await sentenceOf([...lines.slice(0, i), ...foreign.slice(i)])).toEqual(expect.any(String));
    }
    // All of it, with its own statement, is no forgery but another log of the same key's holder. What was kept tells.
    const known = [log.statement(signer, 1)];
    expect(await sentenceOf(foreign, signer.publicKey, { known })).toContain(
      'not those of a known checkpoint',
    );
  });

  it('a statement signed by another key, whatever name the file gives it', async () => {
    const own = linesOf(log, log.statement(stranger));
    expect(await sentenceOf(own)).toBe('the export names a key that was not given');
    const misnamed = { ...log.statement(stranger), keyId: signer.keyId };
    expect(await sentenceOf(lines.with(6, closingLine(misnamed)))).toBe(
      'the closing checkpoint does not hold: its signature does not hold',
    );
    const both = `${signer.publicKey}${stranger.publicKey}`;
    expect(await sentenceOf(own.with(0, headerLine(signer)), both)).toBe(
      'the closing checkpoint is of another key than the export names',
    );
    expect(await sentenceOf(file, stranger.publicKey)).toBe('the export names a key that was not given');
  });

  it('a checkpoint in the log that was forged, is none, or speaks of the future', async () => {
    const withCheckpoint = (data: unknown) => {
      const other = createLog();
      other.add('user', 'u1', 'user.created', {});
      other.add('checkpoint', 'log', 'checkpoint.made', data);
      return linesOf(other, other.statement(signer));
    };
    const small = createLog();
    small.add('user', 'u1', 'user.created', {});
    const good = small.statement(signer);
    expect(await sentenceOf(withCheckpoint(good))).toBeUndefined();
    expect(await sentenceOf(withCheckpoint({ ...good, at: good.at + 1 }))).toContain(
      'signature does not hold',
    );
    expect(await sentenceOf(withCheckpoint({ ...good, digest: 'x' }))).toContain('holds no statement');
    expect(await sentenceOf(withCheckpoint(signer.sign({ ...good, position: 2 })))).toContain('after it');
  });

  it('a signature spelled in another way that gives the same bytes', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const { signature, ...statement } = log.statement(signer);
    const last = alphabet.indexOf(signature.slice(-1));
    const twin = `${signature.slice(0, -1)}${alphabet[last ^ 1]}`;
    expect(Buffer.from(twin, 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
    for (const spelled of [twin, `${signature}==`, `${signature} `]) {
      const closing = closingLine({ ...statement, signature: spelled });
      expect(await sentenceOf(lines.with(6, closing))).toContain('not well-formed');
    }
  });
});

describe('a whole older export', () => {
  const older = linesOf(log, log.statement(signer, 3));

  it('verifies by itself: nothing in the file can tell', async () => {
    expect(await verify(older)).toMatchObject({ verified: true, statement: { position: 3 } });
  });

  it('is found by a statement that was kept', async () => {
    const known = [log.statement(signer, 4)];
    expect(await sentenceOf(older, signer.publicKey, { known })).toBe(
      'the export ends before event 4, which a known checkpoint covers',
    );
    expect(await sentenceOf(lines, signer.publicKey, { known })).toBeUndefined();
  });

  it('shows a log that was rewritten and signed again, by the same means', async () => {
    for (const position of [0, 1, 5]) {
      const known = [signer.sign({ position, digest: '1'.repeat(64), at: 1 })];
      expect(await sentenceOf(lines, signer.publicKey, { known })).toBe(
        `the first ${position} events are not those of a known checkpoint`,
      );
    }
  });
});

it('takes no line that is longer than any event', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 0x20);
  let pulled = 0;
  const endless = function* () {
    for (;;) {
      pulled += 1;
      yield chunk;
    }
  };
  const report = await verifyExport(endless(), signer.publicKey);
  expect(report.broken).toEqual({ line: 1, sentence: 'the line is longer than any event' });
  expect(pulled).toBeLessThan(20);
});
