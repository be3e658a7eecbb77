import { figure, tableText } from '../src/bench-table';
import { chartText } from '../src/curve-chart';
import { csvText, flatness, type Sample } from '../src/curve-sample';

const label = (value: number) => value.toFixed(0);

test('a chart has one column per value, on a scale from zero', () => {
  expect(chartText({ title: 'bytes', values: [100, 50, 100, 25], height: 4, label })).toBe(
    ['bytes', '100 |* *', '    |', '    | *', '    |   *', '  0 +----'].join('\n'),
  );
});

test('values that differ little are drawn flat', () => {
  const text = chartText({ title: 'ms', values: [100, 99, 98, 100], height: 8, label });
  expect(text.split('\n')[1]).toBe('100 |****');
});

test('a value too small for the scale is on the bottom line, not off it', () => {
  expect(chartText({ title: 't', values: [100, 1], height: 3, label })).toBe(
    ['t', '100 |*', '    |', '    | *', '  0 +--'].join('\n'),
  );
});

test('nothing is above the bottom line when all is zero, and no values are no chart', () => {
  expect(chartText({ title: 't', values: [0, 0], height: 2, label })).toBe(
    ['t', '0 |', '  |**', '0 +--'].join('\n'),
  );
  expect(chartText({ title: 't', values: [], height: 2, label })).toBe('');
});

test('a table is aligned by column', () => {
  const text = tableText(
    ['task', 'µs'],
    [
      ['decide', '12'],
      ['a longer name', '3.4'],
    ],
  );
  expect(text).toBe(
    ['task            µs', '-------------  ---', 'decide          12', 'a longer name  3.4'].join('\n'),
  );
});

test.each([
  [0.012345, '0.0123'],
  [1.2345, '1.23'],
  [12.345, '12.3'],
  [123.45, '123'],
  [12345.6, '12346'],
])('%d is written as %s', (value, text) => {
  expect(figure(value)).toBe(text);
});

test('flatness is 1 for what stays and 2.3 for what grows with every operation', () => {
  const linear = Array.from({ length: 80 }, (_, i) => i + 1);
  expect(flatness(linear.map(() => 7))).toBe(1);
  expect(flatness(linear)).toBeCloseTo(70 / 30);
  expect(flatness([1, 2, 3])).toBeNaN();
});

test('the first quarter and the third say nothing', () => {
  expect(flatness([9, 9, 1, 1, 9, 9, 2, 2])).toBe(2);
});

test('samples as CSV', () => {
  const sample: Sample = {
    operations: 2000,
    day: 0.6,
    bytes: 33882,
    points: 528,
    commit: 1.4412,
    operation: 8.2,
    decision: 0.1379,
    settlement: 0.05,
  };
  expect(csvText([sample])).toBe(
    'operations,day,bytes,points,commit,operation,decision,settlement\n2000,0.6,33882,528,1.441,8.200,0.138,0.050\n',
  );
});
