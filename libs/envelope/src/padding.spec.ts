import { unpad } from './padding';

const block = (size: number, filler = 0x61) => Buffer.alloc(16, filler).fill(size, 16 - size);

describe('PKCS#7 padding', () => {
  it.each(Array.from({ length: 16 }, (_, i) => i + 1))('of %i is taken off', (size) => {
    expect(unpad(block(size))).toEqual({ length: 16 - size, sound: true });
    expect(unpad(Buffer.concat([Buffer.alloc(16, size), block(size)]))).toEqual({
      length: 32 - size,
      sound: true,
    });
  });

  it('is unsound when any one of its bytes is another, for every size and place', () => {
    for (let size = 2; size <= 16; size += 1) {
      for (let place = 16 - size; place < 15; place += 1) {
        const bad = block(size);
        bad[place] = size ^ 0x80;
        expect(unpad(bad)).toEqual({ length: 16, sound: false });
      }
    }
  });

  it('is unsound when its size is 0 or over 16', () => {
    for (const size of [0, ...Array.from({ length: 239 }, (_, i) => i + 17)]) {
      expect(unpad(Buffer.alloc(32, size)).sound).toBe(false);
    }
  });
});
