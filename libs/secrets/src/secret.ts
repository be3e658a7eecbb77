/**
 * A secret text that does not leak by accident: printed, logged, inspected, concatenated or turned into JSON it reads
 * `[secret]`. The text comes out of `reveal()` alone, so every place that handles it in the open can be searched for.
 * This guards against mistakes, not against code in the same process that means to read it.
 */
import { inspect } from 'node:util';

const MASK = '[secret]';

export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
  [inspect.custom](): string;
}

export const createSecret = (text: string): Secret =>
  Object.freeze({
    reveal: () => text,
    toString: () => MASK,
    toJSON: () => MASK,
    [inspect.custom]: () => MASK,
  });
