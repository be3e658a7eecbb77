/**
 * Writes down the type of a tRPC router so that it stands alone: for every procedure what goes in and what comes out,
 * and nothing of the service behind it. TypeScript itself says what the types are; a bundler of declarations would
 * bring along the context of the procedures, and with it the engine's client.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { createExpander } from './json-type';

const HEADER = `// Generated from the router of the admin service by \`npm run types -w @countersign/client\`: do not edit.
// What every procedure takes and answers, and nothing else of the service.
`;

const PROCEDURES: Readonly<Record<string, string>> = {
  query: 'TRPCQueryProcedure',
  mutation: 'TRPCMutationProcedure',
  subscription: 'TRPCSubscriptionProcedure',
};

/** `file` exports the type `AppRouter`. The text is unformatted. Throws with where something cannot be written down. */
export function routerTypes(root: string, file: string): string {
  const { checker, typeNamed } = compiled(root, file);
  const router = typeNamed('AppRouter');
  const expand = createExpander(checker);
  const imports = new Set(['TRPCBuiltRouter']);

  const member = (type: ts.Type, ...names: readonly string[]): ts.Type =>
    names.reduce((inner, name) => {
      const symbol = checker.getPropertyOfType(inner, name);
      if (symbol === undefined) throw new Error(`${file}: the router has no ${names.join('.')}`);
      return checker.getTypeOfSymbol(symbol);
    }, type);

  const record = (type: ts.Type, path: string): string =>
    `{ ${checker
      .getPropertiesOfType(type)
      .map((symbol) => `${symbol.name}: ${entry(checker.getTypeOfSymbol(symbol), `${path}${symbol.name}`)}`)
      .join('; ')} }`;

  const entry = (type: ts.Type, path: string): string => {
    const def = checker.getPropertyOfType(type, '_def');
    if (def === undefined) return record(type, `${path}.`);
    const kind = member(type, '_def', 'type');
    const name = kind.isStringLiteral() ? PROCEDURES[kind.value] : undefined;
    if (name === undefined) return record(member(type, '_def', 'record'), `${path}.`);
    imports.add(name);
    const input = keyed(expand(member(type, '_def', '$types', 'input'), `${path} input`));
    const output = expand(member(type, '_def', '$types', 'output'), `${path} output`);
    return `${name}<{ input: ${input}; output: ${output}; meta: unknown }>`;
  };

  const procedures = record(member(router, '_def', 'record'), '');
  const errorShape = expand(member(router, '_def', '_config', '$types', 'errorShape'), 'the error shape');
  return `${HEADER}
import type { ${[...imports].sort().join(', ')} } from '@trpc/server';

export type AppRouter = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: ErrorShape; transformer: false },
  Procedures
>;

export type ErrorShape = ${errorShape};

export type Procedures = ${procedures};
`;
}

/** The client adds an idempotency key to whatever has none. */
const keyed = (input: string): string =>
  input.replaceAll('"idempotencyKey": string', '"idempotencyKey"?: string | undefined');

/** The texts that a union type of texts, exported by `file`, is made of, sorted. */
export function textsOf(root: string, file: string, name: string): readonly string[] {
  const type = compiled(root, file).typeNamed(name);
  const texts = (type.isUnion() ? type.types : [type]).map((one) => {
    if (!one.isStringLiteral()) throw new Error(`${file}: ${name} is not made of texts`);
    return one.value;
  });
  return texts.sort();
}

function compiled(root: string, file: string) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([file], { ...options, types: ['node'] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const typeNamed = (name: string): ts.Type => {
    const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name);
    if (symbol === undefined) throw new Error(`${file} exports no ${name}`);
    return checker.getDeclaredTypeOfSymbol(symbol);
  };
  return { checker, typeNamed };
}
