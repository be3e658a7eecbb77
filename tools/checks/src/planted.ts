/**
 * One planted violation of every boundary that the lint rules must refuse. All are planted together, in files of their
 * own, and each must be refused where it is expected and for the reason it is expected.
 */
export interface Planted {
  readonly name: string;
  /** File to write, and its text. */
  readonly files: Readonly<Record<string, string>>;
  /** Where the refusal is expected: the first of the files unless told. */
  readonly at?: string;
  /** What the refusal must say. */
  readonly says: string;
}

const imports = (name: string, from: string): string =>
  `import { ${name} } from '${from}';\nexport const planted = ${name};\n`;

export const planted: readonly Planted[] = [
  {
    name: 'the edge reaches the database',
    files: { 'apps/edge/src/planted-database.ts': imports('openStore', '@countersign/store') },
    says: 'touches:database',
  },
  {
    name: 'the edge reaches the database through another lib',
    files: { 'libs/runtime/src/planted-detour.ts': imports('openStore', '@countersign/store') },
    at: 'apps/edge/src/main.ts',
    says: 'runtime -> store',
  },
  {
    name: 'the edge reaches the salt',
    files: { 'apps/edge/src/planted-salt.ts': imports('createCountersigner', '@countersign/salt') },
    says: 'touches:salt',
  },
  {
    name: 'the edge brings a database driver of its own',
    files: { 'apps/edge/src/planted-driver.ts': imports('connect', 'mongoose') },
    says: 'mongoose',
  },
  {
    name: 'the engine reaches the AES envelope',
    files: { 'apps/engine/src/planted-envelope.ts': imports('encrypt', '@countersign/envelope') },
    says: 'touches:aes-secret',
  },
  {
    name: 'the fake CoKeeps shares code with the edge',
    files: { 'tools/hotwallet/src/planted-envelope.ts': imports('encrypt', '@countersign/envelope') },
    says: 'independent',
  },
  {
    name: 'the policy core does I/O',
    files: { 'libs/policy/src/planted-file.ts': imports('readFileSync', 'node:fs') },
    says: 'no-restricted-imports',
  },
  {
    name: 'the policy core reads the clock',
    files: { 'libs/policy/src/planted-clock.ts': 'export const planted = Date.now();\n' },
    says: 'no-restricted-properties',
  },
  {
    name: 'two libs depend on each other',
    files: { 'libs/policy/src/planted-store.ts': imports('openStore', '@countersign/store') },
    says: '@nx/enforce-module-boundaries',
  },
  {
    name: 'two files depend on each other',
    files: {
      'libs/runtime/src/planted-a.ts':
        "import { b } from './planted-b';\nexport const a = (): number => b() + 1;\n",
      'libs/runtime/src/planted-b.ts':
        "import { a } from './planted-a';\nexport const b = (): number => a() - 1;\n",
    },
    says: 'import-x/no-cycle',
  },
];

export const plantedProjects = 'edge,engine,hotwallet,policy,runtime';
