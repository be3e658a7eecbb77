import { performance } from 'node:perf_hooks';
import { createAlarms } from './alarms';

describe('alarms', () => {
  test('ring once each, in time, and never early', async () => {
    const alarms = createAlarms();
    const started = performance.now();
    const late: number[] = [];
    for (const ms of [1, 25, 60, 5]) alarms.after(ms, () => late.push(performance.now() - started - ms));
    await new Promise<void>((resolve) => alarms.after(150, resolve));
    expect(late).toHaveLength(4);
    for (const ms of late) {
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThan(1_000);
    }
  });

  test('one that is stopped does not ring, nor does any after all are stopped', async () => {
    const alarms = createAlarms();
    const rung: string[] = [];
    const stop = alarms.after(5, () => rung.push('stopped'));
    stop();
    await new Promise<void>((resolve) => alarms.after(20, resolve));
    alarms.after(1, () => rung.push('dropped'));
    alarms.stop();
    await new Promise<void>((resolve) => alarms.after(30, resolve));
    expect(rung).toEqual([]);
  });
});
