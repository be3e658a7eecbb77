import { createAlarms } from './alarms';

const settled = (over: string) => ({
  type: 'permit.settled',
  data: { id: 'p', at: 1, amount: '2', by: 'ledger', over, boundaries: [], perDestination: false },
});

it('tells of what was moved beyond a hold, and of nothing else', () => {
  const warned: object[] = [];
  let overs = 0;
  const committed = createAlarms({
    log: { warn: (fields) => void warned.push(fields) },
    countOver: () => void (overs += 1),
  });
  committed('user', 'u', [settled('0'), { type: 'permit.released', data: { id: 'p', over: '1' } }]);
  committed('notification', 'u', [settled('1')]);
  expect([overs, warned]).toEqual([0, []]);
  committed('user', 'u', [settled('0'), settled('0.5')]);
  expect([overs, warned]).toEqual([1, [{ uid: 'u', permit: 'p', amount: '2', over: '0.5', by: 'ledger' }]]);
});
