/**
 * The packages that one app needs in production, as a project of its own: a package.json that names what the app's bundle
 * imports, and the part of our lock file that belongs to it. It exists because npm's own filters cannot say it: with
 * `--omit=dev --workspace` they install what tests of a library use as soon as any tool uses it too, and leave out of a
 * bill of materials what is a development dependency anywhere. Nobody has to trust the walk below: `npm ci` refuses a
 * lock file that does not fit its package.json, and the app does not start when something is missing.
 */
import { isFetched, nameAt, type LockEntry, type LockFile } from './lock-file';

export interface AppPackages {
  readonly manifest: {
    readonly name: string;
    readonly version: string;
    readonly private: true;
    readonly license: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  readonly lockFile: LockFile & { readonly name: string; readonly version: string; readonly requires: true };
  /** What is fetched, by path. */
  readonly entries: Readonly<Record<string, LockEntry>>;
}

/** Throws when a package is not in the lock file, or when two of our libraries ask for different versions of one. */
export function appPackages(lockFile: LockFile, app: string): AppPackages {
  const { packages } = lockFile;
  const root = packages[''];
  const start = packages[`apps/${app}`];
  if (root === undefined || start === undefined) throw new Error(`there is no app ${app} in the lock file`);

  const direct: Record<string, string> = {};
  const reached = new Set<string>();
  const queue = [`apps/${app}`];
  for (const from of queue) {
    for (const [name, wanted, optional] of needsOf(packages[from])) {
      const path = resolve(packages, from, name);
      if (path === undefined) {
        if (optional) continue;
        throw new Error(`package-lock.json: ${from} needs ${name}, which is not there`);
      }
      const { link, resolved = '' } = packages[path] ?? {};
      const target = link === true ? resolved : path;
      if (isOurs(from) && link !== true) {
        if ((direct[name] ?? wanted) !== wanted)
          throw new Error(`${from} wants ${name} ${wanted}, another library ${direct[name]}`);
        direct[name] = wanted;
      }
      if (!reached.has(target)) queue.push(target);
      reached.add(target);
    }
  }

  const entries: Record<string, LockEntry> = {};
  for (const path of [...reached].filter((path) => !isOurs(path)).sort(byFlatPath)) {
    const flat = flatPath(path);
    if (entries[flat] !== undefined)
      throw new Error(`${flat} is needed in two versions, by ${path} among others`);
    entries[flat] = asProduction(packages[path] ?? {});
  }
  const manifest = {
    name: start.name ?? app,
    version: start.version ?? '0.0.0',
    private: true as const,
    license: root.license ?? '',
    dependencies: sorted(direct),
  };
  const { name, version, license, dependencies } = manifest;
  return {
    manifest,
    entries,
    lockFile: {
      name,
      version,
      lockfileVersion: lockFile.lockfileVersion,
      requires: true,
      packages: { '': { name, version, license, dependencies }, ...entries },
    },
  };
}

/** The names of an app: every folder of `apps` that the lock file knows. */
export const appsOf = ({ packages }: LockFile): readonly string[] =>
  Object.keys(packages).flatMap((path) => /^apps\/([a-z-]+)$/.exec(path)?.[1] ?? []);

/** `name@version` of everything that is fetched, in order. */
export const fetchedNames = ({ packages }: Pick<LockFile, 'packages'>): readonly string[] => [
  ...new Set(
    Object.entries(packages)
      .filter(([path, entry]) => isFetched(path, entry))
      .map(([path, { name, version }]) => `${name ?? nameAt(path)}@${version}`)
      .sort(),
  ),
];

/** The bundle looks for packages from one folder only, so what lies beside one library has to move up. */
const flatPath = (path: string): string => path.slice(path.indexOf('node_modules/'));
const byFlatPath = (a: string, b: string): number => (flatPath(a) < flatPath(b) ? -1 : 1);

const isOurs = (path: string): boolean => !path.includes('node_modules/');

function* needsOf(
  entry: LockEntry = {},
): Generator<readonly [name: string, wanted: string, optional: boolean]> {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = entry;
  for (const [name, wanted] of Object.entries(dependencies)) yield [name, wanted, false];
  for (const [name, wanted] of Object.entries(optionalDependencies)) yield [name, wanted, true];
  // npm installs a peer unless it is optional; an optional one is nobody's need.
  for (const [name, wanted] of Object.entries(peerDependencies))
    if (entry.peerDependenciesMeta?.[name]?.optional !== true) yield [name, wanted, false];
}

/** Node's own search: the nearest node_modules on the way up. */
function resolve(packages: LockFile['packages'], from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (at === '') return undefined;
  }
}

/** In our lock file a package may be marked by what else uses it; here it is needed in production. */
function asProduction(entry: LockEntry & { dev?: unknown; devOptional?: unknown }): LockEntry {
  const { dev: _dev, devOptional: _devOptional, ...rest } = entry;
  return rest;
}

const sorted = (record: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
