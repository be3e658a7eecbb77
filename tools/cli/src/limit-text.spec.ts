import { limitIn, limitText } from './limit-text';
import { UsageError } from './usage-error';

it.each([
  ['transaction 0.5', { kind: 'transaction', max: '0.5' }],
  ['transaction 0.5 per-destination', { kind: 'transaction', max: '0.5', perDestination: true }],
  ['sliding 24h 1.5', { kind: 'sliding', durationMs: 86_400_000, max: '1.5' }],
  ['sliding 1h 10 count', { kind: 'sliding', durationMs: 3_600_000, max: '10', measure: 'count' }],
  ['calendar day Europe/Berlin 2', { kind: 'calendar', unit: 'day', zone: 'Europe/Berlin', max: '2' }],
  ['calendar week UTC 5 from 3', { kind: 'calendar', unit: 'week', zone: 'UTC', max: '5', startsOn: 3 }],
  [
    'calendar month UTC 5 from 3 count per-destination',
    {
      kind: 'calendar',
      unit: 'month',
      zone: 'UTC',
      max: '5',
      startsOn: 3,
      measure: 'count',
      perDestination: true,
    },
  ],
  ['lifetime 100', { kind: 'lifetime', max: '100' }],
  ['  share   0.25 ', { kind: 'share', max: '0.25' }],
])('reads %s', (text, limit) => {
  expect(limitIn(text)).toEqual(limit);
});

it.each([
  '',
  'transaction',
  'transaction 1 2',
  'transaction 1 count',
  'share 0.5 per-destination',
  'sliding 1.5 24h',
  'sliding 24 1.5',
  'sliding 24h',
  'calendar fortnight UTC 1',
  'calendar day UTC',
  'calendar day UTC 1 from',
  'calendar day UTC 1 since 2',
  'calendar day UTC 1 from 2 3',
  'weekly 5',
])('refuses %s', (text) => {
  expect(() => limitIn(text)).toThrow(UsageError);
});

it.each([
  'transaction 0.5',
  'sliding 1d 1.5',
  'sliding 90m 10 count per-destination',
  'calendar week UTC 5 from 3 count',
  'lifetime 100',
  'share 0.25',
])('writes what it reads: %s', (text) => {
  const limit = limitIn(text);
  const told = { measure: 'amount', perDestination: false, startsOn: 1, ...limit };
  expect(limitText(told as Parameters<typeof limitText>[0])).toBe(text);
});
