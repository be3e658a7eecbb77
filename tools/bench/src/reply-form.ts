/**
 * All that a caller without the secret can see of a reply, but for time: status line, headers in their order and spelling,
 * and the body. What is new in every reply stands as its length.
 */
export interface Seen {
  readonly head: string;
  readonly body: string;
}

export function formOf({ head, body }: Seen): string {
  const lines = head.split('\r\n').map((line) => {
    const [, name = '', value = ''] = /^(x-request-id|date): (.*)$/i.exec(line) ?? [];
    return name === '' ? line : `${name}: <${value.length} characters>`;
  });
  const shape = body.replace(
    /"ciphertext":"(U2FsdGVkX1[A-Za-z0-9+/=]*)"/,
    (_, text: string) => `"ciphertext":<${text.length} characters>`,
  );
  return [...lines, '', shape].join('\n');
}

/** The first line that differs, or undefined. */
export function differenceOf(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  const [ours, theirs] = [one.split('\n'), other.split('\n')];
  const at = ours.findIndex((line, n) => line !== theirs[n]);
  const line = at < 0 ? ours.length : at;
  return `${JSON.stringify(ours[line] ?? '(nothing)')} and ${JSON.stringify(theirs[line] ?? '(nothing)')}`;
}
