import { InvalidArgumentError } from 'commander';

/** Reads an option of the command line that is a whole number, 1 to `max`. */
export const wholeNumber =
  (max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^[1-9][0-9]*$/.test(text) || value > max) {
      throw new InvalidArgumentError(`must be a whole number, 1 to ${max}`);
    }
    return value;
  };
