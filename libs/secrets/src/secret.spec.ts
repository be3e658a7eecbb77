import { format, inspect } from 'node:util';
import { createSecret } from './secret';

const secret = createSecret('hunter2');

describe('a secret', () => {
  it('is revealed on demand', () => {
    expect(secret.reveal()).toBe('hunter2');
  });

  it.each([
    ['a template', () => `${secret}`],
    ['String', () => String(secret)],
    ['JSON.stringify', () => JSON.stringify(secret)],
    ['inspect', () => inspect(secret)],
    ['format', () => format('%s %o %j', secret, secret, secret)],
    ['JSON of what holds it', () => JSON.stringify({ config: [secret] })],
    ['inspect of what holds it', () => inspect({ config: [secret] }, { depth: 9, showHidden: true })],
    ['an error message', () => new Error(`bad ${secret}`).stack],
  ])('is masked in %s', (_, print) => {
    expect(print()).toContain('[secret]');
    expect(print()).not.toContain('hunter2');
  });

  it('holds the text in no property, whatever prints it', () => {
    expect(inspect(secret, { customInspect: false, showHidden: true, depth: 9 })).not.toContain('hunter2');
    expect(JSON.stringify(Object.entries(secret).map(([, value]) => String(value)))).not.toContain('hunter2');
  });

  it('cannot be copied into another thread or changed', () => {
    expect(() => structuredClone(secret)).toThrow();
    expect(Object.isFrozen(secret)).toBe(true);
  });
});
