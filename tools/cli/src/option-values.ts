import { InvalidArgumentError } from 'commander';
import { durationMs } from './duration';

/** `24h`: ms. */
export function duration(text: string): number {
  const ms = durationMs(text);
  if (ms === undefined)
    throw new InvalidArgumentError('It must be a number and a unit, such as 90s, 15m, 24h, 7d or 2w.');
  return ms;
}
