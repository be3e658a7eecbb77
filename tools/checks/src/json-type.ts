/**
 * A TypeScript type written out in full, so that the text stands alone: names are replaced by what they mean. Only what
 * JSON can carry has such a text, and streams of it; anything else is an error that says where it was met.
 */
import ts from 'typescript';

const PLAIN =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Void |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.Never;

export function createExpander(checker: ts.TypeChecker) {
  function expand(type: ts.Type, path: string, within: readonly ts.Type[]): string {
    if (within.includes(type)) throw new Error(`${path}: a type that contains itself cannot be written out`);
    const inside = [...within, type];
    const go = (part: ts.Type, name: string) => expand(part, `${path}${name}`, inside);

    if ((type.flags & ts.TypeFlags.Any) !== 0) throw new Error(`${path}: is any`);
    if (type.isUnion()) return unionOf(type, go);
    if ((type.flags & PLAIN) !== 0) return checker.typeToString(type);
    if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0)
      throw new Error(`${path}: ${checker.typeToString(type)} cannot be sent`);

    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    if (checker.isTupleType(type))
      return `[${checker
        .getTypeArguments(type as ts.TypeReference)
        .map((part, n) => go(part, `[${n}]`))
        .join(', ')}]`;
    if (checker.isArrayType(type)) return `Array<${element === undefined ? 'unknown' : go(element, '[]')}>`;
    if (['AsyncIterable', 'AsyncGenerator'].includes(type.symbol?.name))
      return `AsyncIterable<${element === undefined ? 'unknown' : go(element, '[]')}>`;
    return objectOf(type, path, go);
  }

  function unionOf(type: ts.UnionType, go: (part: ts.Type, name: string) => string): string {
    const texts = type.types.map((part) => go(part, ''));
    const both = texts.includes('true') && texts.includes('false');
    return inOrder(texts.map((text) => (both && /^(true|false)$/.test(text) ? 'boolean' : text))).join(' | ');
  }

  function objectOf(type: ts.Type, path: string, go: (part: ts.Type, name: string) => string): string {
    if (type.getCallSignatures().length > 0 || type.isClass() || type.symbol?.name === 'Date')
      throw new Error(`${path}: ${checker.typeToString(type)} cannot be sent`);
    const index = checker
      .getIndexInfosOfType(type)
      .map(({ type: value }) => `[key: string]: ${go(value, '[]')}`);
    const members = checker.getPropertiesOfType(type).map((symbol) => {
      const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0 ? '?' : '';
      return `${JSON.stringify(symbol.name)}${optional}: ${go(checker.getTypeOfSymbol(symbol), `.${symbol.name}`)}`;
    });
    return `{ ${[...members, ...index].join('; ')} }`;
  }

  /** `path` is only for the message of an error. */
  return (type: ts.Type, path: string): string => expand(type, path, []);
}

/** The compiler's own order depends on what else it has seen. */
const inOrder = (texts: readonly string[]): string[] => {
  const last = ['null', 'undefined'];
  return [...new Set(texts)].sort(
    (a, b) => last.indexOf(a) - last.indexOf(b) || (a < b ? -1 : a > b ? 1 : 0),
  );
};
