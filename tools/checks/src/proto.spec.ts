import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProtoRoot } from '@countersign/rpc';
import { checkProto, drift, generatorFlags } from './proto';

const repository = dirname(findProtoRoot(__dirname));

describe('generated wire types', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'countersign-proto-spec-'));
    cpSync(join(repository, 'proto'), join(copy, 'proto'), { recursive: true });
    cpSync(join(repository, 'libs/rpc/src/gen'), join(copy, 'libs/rpc/src/gen'), { recursive: true });
    symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  const silenced = (run: () => number): { code: number; said: string } => {
    let said = '';
    const { write } = process.stderr;
    process.stderr.write = (text) => {
      said += String(text);
      return true;
    };
    try {
      return { code: run(), said };
    } finally {
      process.stderr.write = write;
    }
  };

  test('the committed ones are what the generator makes of proto/', () => {
    expect(silenced(() => checkProto(repository, false))).toEqual({ code: 0, said: '' });
  });

  test('a field added to proto/ is drift until it is regenerated', () => {
    appendFileSync(
      join(copy, 'proto/countersign/fault/v1/fault.proto'),
      'message Added { string field = 1; }\n',
    );
    writeFileSync(join(copy, 'libs/rpc/src/gen/leftover.ts'), '');
    const { code, said } = silenced(() => checkProto(copy, false));
    expect(code).toBe(1);
    expect(said).toContain('countersign/fault/v1/Added.ts');
    expect(said).toContain('leftover.ts');
    expect(said).not.toContain('ReadReply.ts');
    expect(checkProto(copy, true)).toBe(0);
    expect(silenced(() => checkProto(copy, false))).toEqual({ code: 0, said: '' });
  });

  test('a file that is missing, left over or different is drift', () => {
    for (const [side, file, text] of [
      ['a', 'same', '1'],
      ['b', 'same', '1'],
      ['a', 'different', '1'],
      ['b', 'different', '2'],
      ['a', 'missing', '1'],
      ['b', 'left-over', '1'],
    ] as const) {
      mkdirSync(join(copy, side, 'deep'), { recursive: true });
      writeFileSync(join(copy, side, 'deep', file), text);
    }
    expect(drift(join(copy, 'a'), join(copy, 'b'))).toEqual([
      'deep/different',
      'deep/left-over',
      'deep/missing',
    ]);
  });

  test('the generator is told exactly the options of the running code', () => {
    expect(generatorFlags({ longs: 'Number', defaults: true })).toEqual(['--longs=Number', '--defaults']);
  });
});
