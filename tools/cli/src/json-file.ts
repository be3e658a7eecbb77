import { readFile } from 'node:fs/promises';
import type { Call } from './action';
import { UsageError } from './usage-error';

/** The JSON object that was typed, or is in the file `@path`. */
export const jsonIn = async (
  call: Pick<Call<object>, 'path'>,
  text: string,
): Promise<Record<string, unknown>> =>
  text.startsWith('@') ? jsonFile(call, text.slice(1)) : objectIn(text, 'the input');

export async function jsonFile(
  call: Pick<Call<object>, 'path'>,
  file: string,
): Promise<Record<string, unknown>> {
  const text = await readFile(call.path(file), 'utf8').catch((error: Error) => {
    throw new UsageError(`${file} cannot be read: ${error.message}`);
  });
  return objectIn(text, file);
}

function objectIn(text: string, name: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${name} must be a JSON object`);
  return value as Record<string, unknown>;
}
