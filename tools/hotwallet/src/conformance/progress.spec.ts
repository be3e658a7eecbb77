import { createProgress } from './progress';

const start = (tty: boolean) => {
  const written: string[] = [];
  const clock = { ms: 0 };
  const progress = createProgress({ write: (text) => written.push(text), tty, now: () => clock.ms });
  const at = (ms: number): void => {
    clock.ms = ms;
    progress.tick();
  };
  return { progress, written, at };
};

test('a run of two seconds says nothing', () => {
  for (const tty of [true, false]) {
    const { progress, written, at } = start(tty);
    progress.at('read/live-permit', 0, 3);
    at(2000);
    progress.end();
    expect(written).toEqual([]);
  }
});

test('on a terminal one line is rewritten and erased at the end', () => {
  const { progress, written, at } = start(true);
  progress.at('read/live-permit', 0, 3);
  at(2500);
  progress.at('read/concurrent', 1, 3);
  at(3000);
  progress.end();
  expect(written).toEqual([
    '\r\u001b[K3 s  1/3 read/live-permit',
    '\r\u001b[K3 s  2/3 read/concurrent',
    '\r\u001b[K',
  ]);
});

test('elsewhere a line comes every five seconds', () => {
  const { progress, written, at } = start(false);
  progress.at('read/live-permit', 0, 3);
  for (let ms = 500; ms <= 13_000; ms += 500) at(ms);
  progress.end();
  expect(written).toEqual([
    '3 s  1/3 read/live-permit\n',
    '8 s  1/3 read/live-permit\n',
    '13 s  1/3 read/live-permit\n',
  ]);
});
