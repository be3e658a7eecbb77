// The lint rules of the whole workspace. The constraints below are design.md's table "what each process must never
// reach", in a form that refuses a build: notDependOnLibsWithTags follows dependencies transitively, so a detour
// through another lib is refused as well. Planted violations of each kind are tried by boundaries.spec.ts.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

// A test may hold our envelope against the library it must be compatible with.
const depConstraints = ({ inTests }) => [
  // What each process may touch, transitively.
  {
    sourceTag: 'process:edge',
    notDependOnLibsWithTags: ['touches:database', 'touches:salt'],
    bannedExternalImports: ['mongoose', 'mongodb', 'libsql', '@node-rs/argon2'],
  },
  {
    sourceTag: 'process:engine',
    notDependOnLibsWithTags: ['touches:aes-secret'],
    bannedExternalImports: ['express', 'crypto-js'],
  },
  {
    sourceTag: 'process:admin',
    notDependOnLibsWithTags: ['touches:database', 'touches:salt', 'touches:aes-secret'],
    bannedExternalImports: ['mongoose', 'mongodb', 'libsql', '@node-rs/argon2', 'express', 'crypto-js'],
  },
  // The policy core depends on nothing of ours; what it may import from outside is said below, file by file.
  { sourceTag: 'pure', onlyDependOnLibsWithTags: ['pure'] },
  // The fake CoKeeps must stay an independent implementation.
  { sourceTag: 'independent', onlyDependOnLibsWithTags: [] },
  // Who may import whom at all.
  {
    sourceTag: 'type:lib',
    onlyDependOnLibsWithTags: ['type:lib'],
    bannedExternalImports: inTests ? ['express'] : ['crypto-js', 'express'],
  },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:lib', 'independent', 'stack'] },
];

const boundaries = (where) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    banTransitiveDependencies: true,
    // An example imports the package by its name, as whoever copies it would.
    allowCircularSelfDependency: where.inExamples === true,
    checkNestedExternalImports: true,
    allow: [],
    depConstraints: depConstraints(where),
  },
];

const pure = {
  paths: ['mongoose', 'libsql', 'express', '@grpc/grpc-js'].map((name) => ({
    name,
    message: 'libs/policy is pure',
  })),
  patterns: [
    { group: ['node:*', 'fs', 'crypto', 'path', 'http', 'net'], message: 'libs/policy is pure: no I/O' },
  ],
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/gen/**', '**/*.js', '**/node_modules/**'] },
  ...tseslint.configs.recommended,
  prettier,
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx, 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ project: resolve(root, 'tsconfig.base.json') }),
      ],
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ inTests: false }),
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what a package exports: no `export *`.' },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.spec.ts', '**/test/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries({ inTests: true }) },
  },
  {
    files: ['**/examples/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries({ inTests: false, inExamples: true }) },
  },
  {
    // Pure means: no I/O, no clock, no randomness. Time and ids are arguments.
    files: ['**/libs/policy/src/**/*.ts', 'src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: process.cwd().endsWith('libs/policy')
      ? {
          'no-restricted-imports': ['error', pure],
          'no-restricted-globals': [
            'error',
            'process',
            'setTimeout',
            'setInterval',
            'fetch',
            'crypto',
            'performance',
            'Buffer',
          ],
          'no-restricted-properties': [
            'error',
            { object: 'Math', property: 'random' },
            { object: 'Date', property: 'now' },
          ],
          'no-restricted-syntax': [
            'error',
            { selector: 'ExportAllDeclaration', message: 'Name what a package exports: no `export *`.' },
            {
              selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
              message: 'libs/policy has no clock',
            },
          ],
        }
      : {},
  },
);
