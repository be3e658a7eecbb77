import { runCli } from '../src/cli';
import type { AuditedStore } from '../src/open-audited';
import type { ExitCode } from '../src/terminal';
import { DAY, START } from './world';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** The command line as a person uses it, on a store that is open already. */
export async function run(
  store: AuditedStore,
  args: readonly string[],
  around: { readonly cwd?: string; readonly signal?: AbortSignal } = {},
): Promise<Ran> {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    errIsTty: false,
    env: {},
    cwd: around.cwd ?? '/',
    now: () => START + DAY,
    signal: around.signal ?? new AbortController().signal,
  };
  // The tests go on with the store after the command has closed it.
  const open = async () => ({ ...store, close: async () => undefined });
  const code = await runCli([...args, '--store', 'memory:'], terminal, open);
  return { code, out, err };
}

export async function runJson<T>(
  store: AuditedStore,
  args: readonly string[],
  around: { readonly cwd?: string } = {},
): Promise<Ran & { readonly result: T }> {
  const ran = await run(store, [...args, '--json'], around);
  return { ...ran, result: JSON.parse(ran.out) as T };
}
