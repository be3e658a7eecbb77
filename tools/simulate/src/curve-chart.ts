/**
 * A curve in characters. The scale begins at zero, so that what looks flat is flat: a scale fitted to the values would
 * make a mountain of noise.
 */
export interface Chart {
  readonly title: string;
  readonly values: readonly number[];
  readonly height: number; // lines
  /** How a value is written at the axis. */
  readonly label: (value: number) => string;
}

/** One column per value; empty without values. */
export function chartText({ title, values, height, label }: Chart): string {
  if (values.length === 0) return '';
  const top = Math.max(...values);
  const level = (value: number) => (top === 0 ? 1 : Math.max(1, Math.round((value / top) * height)));
  const [topLabel, zero] = [label(top), label(0)];
  const margin = Math.max(topLabel.length, zero.length);
  const lines = Array.from({ length: height }, (_, line) => {
    const at = height - line;
    const curve = values.map((value) => (level(value) === at ? '*' : ' ')).join('');
    return `${(line === 0 ? topLabel : '').padStart(margin)} |${curve}`.trimEnd();
  });
  return [title, ...lines, `${zero.padStart(margin)} +${'-'.repeat(values.length)}`].join('\n');
}
