/**
 * What the lock file must hold to: everything comes from the public registry, by name and with a checksum that is worth
 * something; nothing runs a program of its own when it is installed, unless it stands in a list with its reason (and even
 * those do not run: `.npmrc` says so); what production gets carries a licence that was looked at.
 */
export interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export interface LockFile {
  readonly lockfileVersion: number;
  /** By path: `node_modules/a`, `node_modules/a/node_modules/b`, `libs/ours`, `` for the root. */
  readonly packages: Readonly<Record<string, LockEntry>>;
}

const REGISTRY = 'https://registry.npmjs.org/';
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;
const OURS = /^(apps|libs|tools)\/[a-z-]+$/;
const INSIDE = 'node_modules/';

/** The name a package is imported by. */
export const nameAt = (path: string): string => path.slice(path.lastIndexOf(INSIDE) + INSIDE.length);

/** Whether npm fetches something for this entry, rather than link to a folder of ours. */
export const isFetched = (path: string, { link }: LockEntry): boolean =>
  path.includes(INSIDE) && link !== true;

const fetched = ({ packages }: LockFile) =>
  Object.entries(packages).filter(([path, entry]) => isFetched(path, entry));

/** Nothing may be fetched from an address, only by name, and everything fetched must have a checksum. */
export function lockFileMistakes(lockFile: LockFile): readonly string[] {
  const say = (path: string, what: string) => `package-lock.json: ${path} ${what}`;
  const links = Object.entries(lockFile.packages).filter(([, { link }]) => link === true);
  return [
    ...(lockFile.lockfileVersion === 3 ? [] : ['package-lock.json: is not of version 3']),
    ...links
      .filter(([, { resolved = '' }]) => !OURS.test(resolved))
      .map(([path, { resolved }]) => say(path, `links to ${resolved}, which is no workspace`)),
    ...fetched(lockFile).flatMap(([path, { resolved, integrity, inBundle }]) => [
      // npm leaves `resolved` out for its registry, and for nothing else, when told to (omit-lockfile-registry-resolved).
      ...(resolved === undefined || resolved.startsWith(REGISTRY) ? [] : [say(path, `names ${resolved}`)]),
      ...(inBundle === true ? [say(path, 'comes inside another package, without a checksum')] : []),
      ...(integrity === undefined
        ? [say(path, 'has no checksum')]
        : SHA512.test(integrity)
          ? []
          : [say(path, `has no SHA-512 checksum but ${integrity.slice(0, 16)}`)]),
    ]),
  ];
}

/** `excused`: name of a package whose install script is known, and why the package may be here. A stale excuse is a mistake, too. */
export function installScriptMistakes(
  lockFile: LockFile,
  excused: Readonly<Record<string, string>>,
): readonly string[] {
  const found = new Set(
    fetched(lockFile)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path, { name }]) => name ?? nameAt(path)),
  );
  return [
    ...[...found]
      .filter((name) => excused[name] === undefined)
      .map((name) => `package-lock.json: ${name} wants to run a script when it is installed`),
    ...Object.keys(excused)
      .filter((name) => !found.has(name))
      .map((name) => `${name} is excused for an install script that it does not have`),
  ];
}

/** `entries`: what production gets, by path. Any name must be its own: an alias could pass for a package that was looked at. */
export function productionMistakes(
  entries: Readonly<Record<string, LockEntry>>,
  allowedLicences: readonly string[],
): readonly string[] {
  return Object.entries(entries).flatMap(([path, { name, license }]) => [
    ...(license !== undefined && allowedLicences.includes(license)
      ? []
      : [`${nameAt(path)} has the licence ${license ?? '(none)'}, which nobody has allowed`]),
    ...(name === undefined || name === nameAt(path)
      ? []
      : [`${nameAt(path)} is really ${name}: production packages go by their own name`]),
  ]);
}

/** npm's settings that the rest relies on. */
export function npmSettingMistakes(npmrc: string): readonly string[] {
  const lines = npmrc.split('\n').map((line) => line.replaceAll(' ', ''));
  return [
    ...(lines.includes('ignore-scripts=true') ? [] : ['.npmrc: install scripts may run']),
    ...(lines.includes('save-exact=true') ? [] : ['.npmrc: versions are not saved exactly']),
    ...lines
      .filter((line) => /registry=/i.test(line) && line !== `registry=${REGISTRY}`)
      .map((line) => `.npmrc: ${line.split('=')[0]} names another registry`),
    ...lines.filter((line) => /strict-ssl=false/.test(line)).map(() => '.npmrc: TLS is not verified'),
  ];
}
