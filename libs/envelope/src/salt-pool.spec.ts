import { createSaltPool } from './salt-pool';

describe('a salt pool', () => {
  const counted = () => {
    let draws = 0;
    const randomBytes = (size: number) => Buffer.alloc(size, (draws += 1));
    return { next: createSaltPool({ randomBytes }), draws: () => draws };
  };

  it('draws once for 512 salts', () => {
    const { next, draws } = counted();
    for (let i = 0; i < 512; i += 1) next();
    expect(draws()).toBe(1);
    next();
    expect(draws()).toBe(2);
  });

  it('hands out every byte once', () => {
    const drawn: Buffer[] = [];
    const next = createSaltPool({
      randomBytes: (size) => {
        drawn.push(Buffer.from(Array.from({ length: size }, (_, i) => (i * 7 + drawn.length) % 256)));
        return drawn[drawn.length - 1] ?? Buffer.alloc(0);
      },
    });
    const salts = Array.from({ length: 1024 }, () => Buffer.from(next()));
    expect(salts.every((salt) => salt.length === 8)).toBe(true);
    expect(Buffer.concat(salts).equals(Buffer.concat(drawn))).toBe(true);
  });

  it('leaves a salt alone that is still in use when the pool is replaced', () => {
    const { next } = counted();
    const first = next();
    for (let i = 0; i < 1000; i += 1) next();
    expect([...first]).toEqual(Array(8).fill(1));
  });
});
