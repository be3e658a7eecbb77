import { gapIn, type ReadEvent } from './reader-process';

const event = (position: number, seq: number, id = 'a'): ReadEvent => ({
  position,
  kind: 'user',
  id,
  seq,
  type: 'user.created',
  prev: seq === 1 ? '0' : `${id}${seq - 1}`,
  hash: `${id}${seq}`,
});
const whole = [event(1, 1), event(2, 1, 'b'), event(3, 2), event(4, 2, 'b'), event(5, 3)];

describe('what a reader of the whole log has written down', () => {
  test('a whole log has no gap', () => expect(gapIn(whole)).toBeUndefined());

  test.each([
    ['a missing event', whole.filter((_, i) => i !== 2)],
    ['a missing first event', whole.slice(1)],
    ['an event that came twice', [...whole.slice(0, 3), ...whole.slice(2)]],
    ['an event of another log', whole.map((one) => (one.position === 5 ? { ...one, prev: 'x' } : one))],
    ['a renumbered gap', [whole[0], whole[1], { ...event(3, 3) }].filter((one) => one !== undefined)],
  ])('%s is found', (_, events) => expect(gapIn(events)).toBeDefined());
});
