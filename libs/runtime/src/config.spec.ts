import { z } from 'zod';
import { type ConfigError, integer, list, listenAddress, readConfig } from './config';

const spec = {
  prefix: 'APP_',
  shape: {
    APP_LISTEN: listenAddress,
    APP_MAX: integer(1, 10),
    APP_NAMES: list.optional(),
    STORE_URL: z.string(),
  },
  check: (config: { APP_MAX: number }, { development }: { development: boolean }) =>
    config.APP_MAX === 7 && !development ? ['APP_MAX: must not be 7 outside development'] : [],
};
const good = {
  APP_LISTEN: '127.0.0.1:80',
  APP_MAX: '7',
  STORE_URL: 'x',
  NODE_ENV: 'development',
  PATH: '/bin',
};

const mistakesOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(spec, environment);
    return [];
  } catch (error) {
    return (error as ConfigError).mistakes;
  }
};

it('types what it reads', () => {
  expect(readConfig(spec, { ...good, APP_LISTEN: '[::1]:0', APP_NAMES: ' a, b,' })).toEqual({
    APP_LISTEN: { host: '::1', port: 0 },
    APP_MAX: 7,
    APP_NAMES: ['a', 'b'],
    STORE_URL: 'x',
    development: true,
  });
});

it('lists all mistakes at once and repeats no value', () => {
  const mistakes = mistakesOf({ APP_LISTEN: 'hunter2', APP_MAX: '11', APP_NAME: 'hunter2', STORE_URL: '' });
  expect(mistakes.map((m) => m.split(':')[0]).sort()).toEqual([
    'APP_LISTEN',
    'APP_MAX',
    'APP_NAME',
    'STORE_URL',
  ]);
  expect(mistakes).toContain('STORE_URL: is required');
  expect(mistakes.join()).not.toContain('hunter2');
});

it('applies rules over several variables, and knows development', () => {
  expect(mistakesOf(good)).toEqual([]);
  expect(mistakesOf({ ...good, NODE_ENV: 'production' })).toEqual([
    'APP_MAX: must not be 7 outside development',
  ]);
});

it.each(['0', '11', '-1', '1e1', '1.5', ' 1'])('refuses the number %s', (APP_MAX) => {
  expect(mistakesOf({ ...good, APP_MAX })).toEqual(['APP_MAX: must be a whole number from 1 to 10']);
});

it.each(['80', ':80', 'host', 'host:99999', 'http://host:80'])('refuses the address %s', (APP_LISTEN) => {
  expect(mistakesOf({ ...good, APP_LISTEN })).toHaveLength(1);
});
