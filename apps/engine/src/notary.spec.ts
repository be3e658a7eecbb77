import { hashEvent } from '@countersign/evidence';
import { CHECKPOINT_ID, type Checkpoint } from '@countersign/policy';
import type { Store } from '@countersign/store';
import { callBy, evidenceWorld, signerOf, type EvidenceWorld } from '../test/evidence-world';

const never = new AbortController().signal;
const call = ({ clock }: EvidenceWorld) => callBy(clock.now + 1_000);

/** Notes from where each page is read. */
const noting = ({ store }: EvidenceWorld) => {
  const from: number[] = [];
  const events: Store['events'] = (query) => {
    from.push(query.after);
    return store.events(query);
  };
  return { from, events };
};

/** What somebody with the database can do to the newest statement. */
const alter = ({ disk }: EvidenceWorld, change: (state: Checkpoint) => Checkpoint): void => {
  const { records } = disk.tables.checkpoint;
  const record = records.get(CHECKPOINT_ID);
  if (record === undefined) throw new Error('there is no checkpoint');
  records.set(CHECKPOINT_ID, {
    ...record,
    state: JSON.stringify(change(JSON.parse(record.state) as Checkpoint)),
  });
};

const rewrite = ({ disk }: EvidenceWorld, position: number): void => {
  const event = disk.log[position - 1];
  if (event === undefined) throw new Error('there is no such event');
  const forged = { ...event, data: '{"forged":true}' };
  disk.log[position - 1] = { ...forged, hash: hashEvent(forged) };
};

describe('a checkpoint', () => {
  it('is about everything the log shows, and its export verifies', async () => {
    const w = evidenceWorld();
    await w.happen(3);
    const statement = await w.engine().make(call(w), never);
    expect(statement).toMatchObject({ position: 3, at: w.clock.now, keyId: signerOf(1).keyId });
    expect(await w.verified(statement)).toMatchObject({ verified: true, events: 3, checkpoints: 1 });
    expect(await w.engine().last(w.clock.now + 1)).toEqual(statement);
  });

  it('can be made of a log without events', async () => {
    const w = evidenceWorld();
    const statement = await w.engine().make(call(w), never);
    expect(statement).toMatchObject({ position: 0, digest: '0'.repeat(64) });
    expect(await w.verified(statement)).toMatchObject({ verified: true, events: 0 });
    expect(await w.engine().make(call(w), never)).toMatchObject({ position: 1 });
  });

  it('covers the checkpoints before it, and goes on where the last one ended', async () => {
    const w = evidenceWorld();
    await w.happen(3);
    await w.engine().make(call(w), never);
    await w.happen(2);
    const { from, events } = noting(w);
    const statement = await w.engine({ events }).make(call(w), never);
    expect(Math.min(...from)).toBe(3);
    expect(await w.verified(statement)).toMatchObject({ verified: true, events: 6, checkpoints: 2 });
  });

  it('is made by each of many engines that make one at once, each of its own', async () => {
    const w = evidenceWorld();
    await w.happen(5);
    const engines = Array.from({ length: 4 }, () => w.engine());
    await Promise.all(engines.map((engine) => engine.make(call(w), never)));
    const statement = await w.engine().make(call(w), never);
    expect(await w.verified(statement)).toMatchObject({ verified: true, events: 9, checkpoints: 5 });
  });

  it('is right when one engine reads the log several times at once', async () => {
    const w = evidenceWorld();
    await w.happen(2_500);
    const engine = w.engine();
    const both = [engine.make(call(w), never), engine.makeIfNews(call(w), never).catch(() => undefined)];
    for (const statement of await Promise.all(both)) {
      if (statement !== undefined) expect(await w.verified(statement)).toMatchObject({ verified: true });
    }
  });

  it.each([0, 1])(
    'of a log too long for one call is made by several, behind %i checkpoints',
    async (before) => {
      const w = evidenceWorld();
      await w.happen(1);
      if (before === 1) await w.engine().make(call(w), never);
      await w.happen(3_500);
      const { from, events: noted } = noting(w);
      const events: Store['events'] = (query) => {
        w.clock.now += 400;
        return noted(query);
      };
      const engine = w.engine({ events });
      await expect(engine.make(call(w), never)).rejects.toMatchObject({ code: 'deadline' });
      const statement = await engine.make(callBy(w.clock.now + 5_000), never);
      expect(statement.position).toBe(3_501 + before);
      expect(from.filter((after) => after === before)).toHaveLength(1);
      expect(await w.verified(statement)).toMatchObject({ verified: true });
    },
  );

  it('is made once for a call that is repeated, by whichever engine', async () => {
    const w = evidenceWorld();
    await w.happen(2);
    const repeated = { ...call(w), once: { name: 'export', inputs: 'the same' } };
    const first = await w.engine().make(repeated, never);
    await w.happen(1);
    expect(await w.engine().make(repeated, never)).toEqual(first);
    expect(await w.store.history('checkpoint', CHECKPOINT_ID)).toHaveLength(1);
  });

  it('is not made for somebody who has gone', async () => {
    const w = evidenceWorld();
    await w.happen(1);
    await expect(w.engine().make(call(w), AbortSignal.abort())).rejects.toThrow();
    expect(await w.engine().last(w.clock.now + 1)).toBeUndefined();
  });
});

describe('when it is due', () => {
  it('is made only if something but checkpoints has happened', async () => {
    const w = evidenceWorld();
    const due = async (engine = w.engine()) => (await engine.makeIfNews(call(w), never))?.position;
    expect(await due()).toBeUndefined();
    await w.happen(2);
    const engine = w.engine();
    expect(await due(engine)).toBe(2);
    expect([await due(engine), await due()]).toEqual([undefined, undefined]);
    await w.engine().make(call(w), never);
    expect([await due(engine), await due()]).toEqual([undefined, undefined]);
    await w.happen(1);
    expect(await due(engine)).toBe(5);
  });

  it('is made once by several engines that look at once', async () => {
    const w = evidenceWorld();
    await w.happen(2);
    const engines = Array.from({ length: 3 }, () => w.engine());
    const codes = await Promise.all(
      engines.map((engine) =>
        engine.makeIfNews(call(w), never).then(
          () => 'made',
          ({ code }: { code: string }) => code,
        ),
      ),
    );
    expect(codes.sort()).toEqual(['conflict', 'conflict', 'made']);
    expect(await w.store.history('checkpoint', CHECKPOINT_ID)).toHaveLength(1);
  });
});

describe('another key', () => {
  it('reads the log again from the beginning, and signs for itself', async () => {
    const w = evidenceWorld();
    await w.happen(3);
    await w.engine().make(call(w), never);
    const { from, events } = noting(w);
    const statement = await w.engine({ signer: signerOf(2), events }).make(call(w), never);
    expect(from).toContain(0);
    const keys = [signerOf(1), signerOf(2)].map(({ publicKey }) => publicKey).join('');
    expect(await w.verified(statement, keys)).toMatchObject({ verified: true, checkpoints: 2 });
    expect(await w.verified(statement, signerOf(2).publicKey)).toMatchObject({ verified: false });
  });

  it('signs nothing over a log that is not what the other key signed', async () => {
    const w = evidenceWorld();
    await w.happen(3);
    await w.engine().make(call(w), never);
    rewrite(w, 2);
    const made = w.engine({ signer: signerOf(2) }).make(call(w), never);
    await expect(made).rejects.toThrow('not the one that the last checkpoint was made of');
  });
});

describe('somebody with the database and without the key', () => {
  const signed = async (): Promise<EvidenceWorld> => {
    const w = evidenceWorld();
    await w.happen(3);
    await w.engine().make(call(w), never);
    return w;
  };

  it('does not get what he rewrote signed: the next export does not verify', async () => {
    const w = await signed();
    rewrite(w, 2);
    const statement = await w.engine().make(call(w), never);
    expect(await w.verified(statement)).toMatchObject({ verified: false, broken: { line: 5 } });
  });

  it('cannot make a statement: nothing is signed on top of it', async () => {
    const w = await signed();
    alter(w, (state) => ({ ...state, made: state.made && { ...state.made, position: 1 } }));
    await expect(w.engine().make(call(w), never)).rejects.toThrow('its signature does not hold');
  });

  it('cannot shorten the log: a statement knows how long it was', async () => {
    const w = await signed();
    w.disk.log.length = 2;
    await expect(w.engine().make(call(w), never)).rejects.toThrow('shorter than it was');
    await expect(w.engine().makeIfNews(call(w), never)).rejects.toThrow('shorter than it was');
  });
});
