import { createAdmission } from './admission';

beforeEach(() => jest.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => jest.useRealTimers());

const A = '192.0.2.7';
const make = () => createAdmission({ sourcePerSecond: 3, subjectPerMinute: 2 });
const times = async (count: number, ask: () => Promise<boolean>): Promise<boolean[]> => {
  const answers: boolean[] = [];
  for (let n = 0; n < count; n += 1) answers.push(await ask());
  return answers;
};

it('admits a source so often in a second, and others all the same', async () => {
  const { source } = make();
  expect(await times(5, () => source('192.0.2.7'))).toEqual([true, true, true, false, false]);
  expect(await source('192.0.2.8')).toBe(true);
  jest.advanceTimersByTime(999);
  expect(await source('192.0.2.7')).toBe(false);
  jest.advanceTimersByTime(1);
  expect(await times(4, () => source('192.0.2.7'))).toEqual([true, true, true, false]);
});

it('knows a source by its network, in which it may roam', async () => {
  const { source } = make();
  const same = ['2001:db8:1:2::1', '2001:0DB8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1', '2001:db8:1:2::'];
  expect(await Promise.all(same.map(source))).toEqual([true, true, true, false]);
  expect(await source('2001:db8:1:3::1')).toBe(true);
});

it('admits questions about one subject so often in a minute, and about others all the same', async () => {
  const { subject } = make();
  expect(await times(3, () => subject(A, 'user', 'u-1'))).toEqual([true, true, false]);
  const others = [
    subject(A, 'user', 'u-2'),
    subject(A, 'machine', 'u-1'),
    subject('192.0.2.8', 'user', 'u-1'),
  ];
  expect(await Promise.all(others)).toEqual([true, true, true]);
  jest.advanceTimersByTime(59_999);
  expect(await subject(A, 'user', 'u-1')).toBe(false);
  jest.advanceTimersByTime(1);
  expect(await times(3, () => subject(A, 'user', 'u-1'))).toEqual([true, true, false]);
});

it('finds counters by sixteen bits of a hash, so there are at most 65,536, whatever is asked', async () => {
  const { subject } = make();
  for (let n = 0; n < 20_000; n += 1) await subject(A, 'user', `u-${n}`);
  // Each counter has a timer, and nothing else has one. 20,000 hashes fill 17,200 of 65,536 places, give or take 50.
  expect(Math.abs(jest.getTimerCount() - 17_200)).toBeLessThan(1_000);
});
