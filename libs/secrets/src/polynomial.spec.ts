import { pointAt, toPayload, toPoints } from './polynomial';

describe('the polynomials', () => {
  it('have coefficients that are evenly drawn, zero included', () => {
    // With a threshold of 2 a point shows the secret's byte exactly where the coefficient is 0: 1 byte in 256.
    const payload = Buffer.alloc(65536, 0x5a);
    const [point] = toPoints(payload, { threshold: 2, shares: 2 });
    const counts = new Array<number>(256).fill(0);
    for (const byte of Buffer.from(point?.data ?? '', 'hex').subarray(-60000))
      counts[byte] = (counts[byte] ?? 0) + 1;
    // Each count is binomial with mean 234 and deviation 15; 8 deviations off is a chance of about 1e-12 for any of them.
    expect(Math.min(...counts)).toBeGreaterThan(114);
    expect(Math.max(...counts)).toBeLessThan(354);
  });

  it('are drawn anew every time', () => {
    const draw = () => toPoints(Buffer.alloc(64), { threshold: 3, shares: 3 }).map(({ data }) => data);
    expect(draw()).not.toEqual(draw());
  });

  it('can be read off at any share', () => {
    const payload = Buffer.from('any payload at all');
    const points = toPoints(payload, { threshold: 3, shares: 20 });
    const enough = [4, 11, 19].flatMap((at) => points[at] ?? []);
    expect(toPayload(enough)).toEqual(payload);
    for (const point of points) expect(pointAt(point.index, enough)).toEqual(point);
  });
});
