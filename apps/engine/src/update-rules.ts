import { readFile } from 'node:fs/promises';
import { NO_UPDATE_RULES, fault, isFault, parseUpdateRules, type UpdateRules } from '@countersign/policy';

/** The configured rules, or none. Throws Fault `invalid` that names the file and lists every mistake. */
export async function readUpdateRules(path: string | undefined): Promise<UpdateRules> {
  if (path === undefined) return NO_UPDATE_RULES;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw fault('invalid', { message: `ENGINE_UPDATE_RULES: ${path} cannot be read`, cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw fault('invalid', { message: `ENGINE_UPDATE_RULES: ${path} is not JSON`, cause });
  }
  try {
    return parseUpdateRules(value);
  } catch (cause) {
    if (!isFault(cause)) throw cause;
    const { details } = cause;
    throw fault('invalid', { message: [`ENGINE_UPDATE_RULES: ${path}`, ...details].join('\n  '), cause });
  }
}
