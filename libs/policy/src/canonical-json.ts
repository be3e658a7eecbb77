/**
 * One text for all ways to write the same JSON value: no whitespace, members ordered by name, strings re-escaped.
 * Unlike RFC 8785 it keeps every number exactly as written and every repeated member: CoKeeps sends no delivery id, so
 * two notifications may be taken for one only if nothing in them differs, not even the 20th decimal.
 */
const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(-?[0-9][0-9eE+.-]*|true|false|null)|([{}[\],:]))/y;

type Frame =
  | { readonly open: '['; readonly items: string[] }
  | { readonly open: '{'; readonly members: { name: string; value: string }[]; name: string | undefined };

/** `text` must be valid JSON. Returns undefined when it nests deeper than `maxDepth`. Iterative: depth costs no stack. */
export function canonicalJson(text: string, maxDepth: number): string | undefined {
  const stack: Frame[] = [];
  let result = '';

  const put = (canonical: string): void => {
    const frame = stack.at(-1);
    if (frame === undefined) result = canonical;
    else if (frame.open === '[') frame.items.push(canonical);
    else if (frame.name === undefined) frame.name = canonical;
    else {
      frame.members.push({ name: frame.name, value: canonical });
      frame.name = undefined;
    }
  };

  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [, string, scalar, mark] = token;
    if (string !== undefined) put(JSON.stringify(JSON.parse(string)));
    else if (scalar !== undefined) put(scalar);
    else if (mark === '{' || mark === '[') {
      if (stack.length === maxDepth) return undefined;
      stack.push(mark === '[' ? { open: mark, items: [] } : { open: mark, members: [], name: undefined });
    } else if (mark === '}' || mark === ']') {
      const frame = stack.pop();
      if (frame !== undefined) put(closed(frame));
    }
  }
  return result;
}

function closed(frame: Frame): string {
  if (frame.open === '[') return `[${frame.items.join(',')}]`;
  // The sort is stable, so repeated names keep the order they came in.
  const members = [...frame.members].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return `{${members.map(({ name, value }) => `${name}:${value}`).join(',')}}`;
}
