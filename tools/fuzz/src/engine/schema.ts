/**
 * The messages and methods of proto/, read by a reader of this tool's own: the product's serialisers cannot write what
 * they would refuse to, and this must. It knows the part of the language that is used there and throws at anything else.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Field {
  readonly name: string;
  readonly number: number;
  /** A scalar, or the name of a message or an enum. */
  readonly type: string;
  readonly repeated: boolean;
}

export interface Method {
  /** `Admin.GetUser` */
  readonly name: string;
  /** `/countersign.admin.v1.Admin/GetUser` */
  readonly path: string;
  readonly request: string;
  readonly reply: string;
  readonly streams: boolean;
}

export interface Schema {
  readonly messages: ReadonlyMap<string, readonly Field[]>;
  readonly enums: ReadonlySet<string>;
  readonly methods: readonly Method[];
}

const scalars = ['double', 'uint32', 'bool', 'string'];
/** A field, or a declaration, or the end of one. The comments are gone by then. */
const statement = new RegExp(
  [
    String.raw`rpc (?<rpc>\w+)\((?<inStream>stream )?(?<request>[\w.]+)\) returns \((?<outStream>stream )?(?<reply>[\w.]+)\);`,
    String.raw`(?<block>service|message|enum|oneof) (?<blockName>\w+) \{`,
    String.raw`(?<label>repeated |optional )?(?<type>[\w.]+) (?<field>\w+) = (?<number>\d+);`,
    String.raw`(?<value>[A-Z_]+) = \d+;`,
    String.raw`(?<end>\})`,
    String.raw`(?<other>reserved [^;]+;|syntax = [^;]+;|import [^;]+;|package (?<package>[\w.]+);)`,
  ].join('|'),
  'y',
);

/** Message names are taken without their package: none comes twice. */
const shortName = (name: string): string => name.split('.').at(-1) ?? name;

export const readSchema = (root: string, files: readonly string[]): Schema => {
  const messages = new Map<string, Field[]>();
  const enums = new Set<string>();
  const methods: Method[] = [];
  for (const file of files)
    readFile(file, readFileSync(join(root, file), 'utf8'), { messages, enums, methods });
  for (const fields of messages.values()) {
    for (const { type } of fields) {
      if (!scalars.includes(type) && !messages.has(type) && !enums.has(type))
        throw new Error(`the schema has no ${type}`);
    }
  }
  return { messages, enums, methods };
};

const readFile = (
  file: string,
  text: string,
  into: { messages: Map<string, Field[]>; enums: Set<string>; methods: Method[] },
): void => {
  const source = text
    .replace(/\/\/[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/([;{}]) /g, '$1')
    .trim();
  const open: { block: string; name: string }[] = [];
  let inPackage = '';
  const enclosing = (block: string): string => open.findLast((one) => one.block === block)?.name ?? '';

  for (statement.lastIndex = 0; statement.lastIndex < source.length;) {
    const at = statement.lastIndex;
    const found = statement.exec(source)?.groups;
    if (found === undefined) throw new Error(`${file}: cannot read "${source.slice(at, at + 60)}"`);
    const { rpc, request = '', reply = '', block, blockName = '', type = '', field, number, label } = found;
    if (found['package'] !== undefined) inPackage = found['package'];
    else if (rpc !== undefined) {
      const service = enclosing('service');
      into.methods.push({
        name: `${service}.${rpc}`,
        path: `/${inPackage}.${service}/${rpc}`,
        request: shortName(request),
        reply: shortName(reply),
        streams: found['inStream'] !== undefined || found['outStream'] !== undefined,
      });
    } else if (block !== undefined) {
      open.push({ block, name: blockName });
      if (block === 'message') into.messages.set(blockName, []);
      if (block === 'enum') into.enums.add(blockName);
    } else if (field !== undefined) {
      const repeated = label === 'repeated ';
      const fields = into.messages.get(enclosing('message'));
      fields?.push({ name: field, number: Number(number), type: shortName(type), repeated });
    } else if (found['end'] !== undefined) open.pop();
  }
};
