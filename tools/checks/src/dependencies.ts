/** What every package.json and the lock file must hold to: exact versions, a reason each, no private address. */
export interface Manifest {
  readonly file: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export function dependencyMistakes(manifests: readonly Manifest[], reasons: string): readonly string[] {
  return manifests.flatMap(({ file, dependencies, devDependencies }) =>
    Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, version]) => [
      ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`${file}: ${name} is not pinned exactly`]),
      ...(name.startsWith('@countersign/') || reasons.includes(`\`${name}\``)
        ? []
        : [`${file}: ${name} has no reason in docs/dependencies.md`]),
    ]),
  );
}

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly link?: boolean; readonly integrity?: string }>
  >;
}

/** Nothing may be fetched from an address, only by name, and everything fetched must have a checksum. */
export function lockFileMistakes(lockFile: LockFile): readonly string[] {
  return Object.entries(lockFile.packages).flatMap(([path, { resolved, link, integrity }]) => {
    if (link === true || !path.includes('node_modules/')) return [];
    return [
      ...(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')
        ? []
        : [`package-lock.json: ${path} names ${resolved}`]),
      ...(integrity === undefined ? [`package-lock.json: ${path} has no checksum`] : []),
    ];
  });
}
