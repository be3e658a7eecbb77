/** What every package.json must hold to: exact versions, a reason each. What the lock file must hold to: lock-file.ts. */
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
