import { createRecentDigests } from './recent-digests';

it('knows the last positions, and neither older nor later ones', () => {
  const recent = createRecentDigests(3);
  expect(recent.at(0)).toBeUndefined();
  for (let position = 0; position <= 7; position += 1) recent.add(position, `d${position}`);
  expect([4, 5, 6, 7, 8].map((position) => recent.at(position))).toEqual([
    undefined,
    'd5',
    'd6',
    'd7',
    undefined,
  ]);
});
