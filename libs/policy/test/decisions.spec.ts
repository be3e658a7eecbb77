import * as policy from '../src';
import { notificationOutcomes, readRules } from '../src';
import { lineOf } from './scenario/line';
import { runCase, tableOf, tableNames } from './scenario/table';
import { verbNames } from './scenario/verbs';

describe.each(tableNames)('%s.yaml', (name) => {
  it.each(tableOf(name))('$case', (row) => runCase(policy, row));
});

describe('the tables together', () => {
  const all = tableNames.flatMap(tableOf);
  const first = ({ then }: { readonly then: string }) => then.split(' ')[0] ?? '';
  const decided = new Set(all.map(first));

  it('have a case for every rule of /read', () => {
    expect(readRules.filter((rule) => !decided.has(rule))).toEqual([]);
  });

  it('have a case for every outcome of an /update', () => {
    expect(notificationOutcomes.filter((outcome) => !decided.has(outcome))).toEqual([]);
  });

  it('have a refusal by every kind of limit, and by every layer', () => {
    const refused = all.filter((row) => first(row) === 'limit_exceeded');
    const kinds = new Set(
      refused.map(({ key = '' }) => key.replace(/\/sliding\/\d+/, '/sliding').replace(/\/[A-Z][^/]*.*$/, '')),
    );
    const windows = ['sliding', 'calendar/day', 'lifetime'];
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        ...['amount/transaction', 'amount/share', 'amount/transaction/destination'],
        ...['amount/calendar/week', 'amount/calendar/month', 'amount/calendar/year'],
        ...windows.flatMap((window) => [`amount/${window}`, `count/${window}`]),
        ...['amount/sliding/destination', 'count/sliding/destination', 'amount/lifetime/destination'],
      ]),
    );
    expect(new Set(refused.map(({ layer }) => layer))).toEqual(
      new Set(['platform', 'tier', 'user', 'override']),
    );
    // Whoever is refused by a limit is told which, and whose it is.
    expect(refused.filter(({ key, layer }) => key === undefined || layer === undefined)).toEqual([]);
  });

  it('use every verb, and have no two cases of one name', () => {
    const used = new Set(
      all.flatMap(({ given = [], when }) => [...given, when]).map((line) => lineOf(line).verb),
    );
    const elsewhere = ['enable', 'setting', 'destination', 'plan']; // start.yaml, properties/courses.ts
    expect(verbNames.filter((verb) => !used.has(verb) && !elsewhere.includes(verb))).toEqual([]);
    const names = tableNames.map((name) => tableOf(name).map((row) => row.case));
    for (const one of names) expect(new Set(one).size).toBe(one.length);
  });

  it('are at least 140 decisions', () => {
    expect(all.filter(({ when }) => /\b(ask|read)\b/.test(when)).length).toBeGreaterThanOrEqual(140);
  });
});
