import { isInstant } from './time-text';

/** One line of a scenario, taken apart: `10:00 hold 5 to shop as p-2` is at, verb, words and options. */
export interface Line {
  readonly at: string | undefined;
  readonly verb: string;
  readonly words: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
  /** Everything behind the verb, as it stands. */
  readonly rest: string;
}

const optionNames = ['to', 'on', 'as', 'tag', 'until', 'lives', 'by', 'asof', 'kind'] as const;
type OptionName = (typeof optionNames)[number];

const isOption = (word: string): word is OptionName => (optionNames as readonly string[]).includes(word);

export function lineOf(text: string): Line {
  const [first = '', ...others] = text.trim().split(/\s+/);
  const at = isInstant(first) ? first : undefined;
  const [verb = '', ...tokens] = at === undefined ? [first, ...others] : others;
  const words: string[] = [];
  const options: Partial<Record<OptionName, string>> = {};
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] ?? '';
    const value = tokens[i + 1];
    if (isOption(token) && value !== undefined) {
      options[token] = value;
      i += 1;
    } else words.push(token);
  }
  const rest = text.slice(text.indexOf(verb) + verb.length).trim();
  return { at, verb, words, options, rest };
}
