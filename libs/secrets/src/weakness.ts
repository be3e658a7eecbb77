/**
 * Why a secret is too weak for the envelope, whose key derivation (one round of MD5) does nothing against guessing:
 * whoever has one ciphertext can try some 10^10 secrets a second on one machine.
 *
 * What is seen: a text too short for 128 bits even if its characters had been drawn at random, few different
 * characters, repetitions, runs such as `abcd` and `9876`, well-known passwords and placeholders, English words. What
 * is not seen, because it is not in the text: a value that somebody chose or published and that looks random, output of
 * a bad generator, a hash of something guessable, words of other languages. So no complaint is no proof of strength;
 * bytes of a cryptographic generator are, and 16 or more of them in hex, base64 or base64url are never complained of
 * (the odds are below one in 10^8).
 */

const NEEDED_BITS = 128;
/** Of what is left without repetitions, runs and known words: 16 random bytes leave more than 90. */
const NEEDED_BITS_UNPREDICTED = 72;
/** Length times Shannon entropy of the characters: 16 random bytes have some 85 to 115. */
const NEEDED_EMPIRICAL_BITS = 60;
const MAX_LOOKED_AT = 512;

/** One sentence without any part of the secret; undefined: nothing was found. */
export const weaknessOf = (text: string): string | undefined => {
  // Nobody can see these, nor type them again from the paper copy.
  if (/^[\s\ufeff]|[\s\ufeff]$/.test(text)) return 'it begins or ends with white space or a byte order mark';
  // What is longer is not weaker than its beginning.
  const secret = text.slice(0, MAX_LOOKED_AT);
  const most = bitsOf(secret);
  if (most < NEEDED_BITS)
    return `it is too short: ${[...secret].length} characters of this kind hold ${Math.floor(most)} bits at most, and ${NEEDED_BITS} are needed`;
  if (empiricalBits(secret) < NEEDED_EMPIRICAL_BITS) return 'it is made of few different characters';
  const rest = unpredicted(withoutKnown(secret));
  if (rest.length * Math.log2(alphabetOf(secret)) < NEEDED_BITS_UNPREDICTED)
    return 'it is made of repetitions, runs or well-known passwords';
  if (readsLikeWords(secret)) return 'it is made of words';
  return undefined;
};

const ALPHABETS: readonly (readonly [RegExp, number])[] = [
  [/^[0-9]*$/, 10],
  [/^[0-9a-f]*$/, 16],
  [/^[0-9A-F]*$/, 16],
  [/^[a-z]*$/, 26],
  [/^[A-Z]*$/, 26],
  [/^[0-9a-z]*$/, 36],
  [/^[0-9A-Z]*$/, 36],
  [/^[A-Za-z]*$/, 52],
  [/^[0-9A-Za-z]*$/, 62],
  [/^[0-9A-Za-z+/]*={0,2}$/, 64],
  [/^[0-9A-Za-z_-]*={0,2}$/, 64],
  [/^[ -~]*$/, 95],
];
/** For anything else: not every script, but more than ASCII. */
const ANY = 256;

const alphabetOf = (text: string): number => ALPHABETS.find(([form]) => form.test(text))?.[1] ?? ANY;

/** The most a text of this length and alphabet can hold. */
const bitsOf = (text: string): number => {
  const bits = [...text].length * Math.log2(alphabetOf(text));
  return Math.max(bits, 8 * encodedBytes(text));
};

/** Random bytes may happen to need less than their alphabet: 22 characters of base64 can all be letters. */
const encodedBytes = (text: string): number => {
  if (/^([0-9a-f]{2})+$/i.test(text)) return text.length / 2;
  if (/^([a-z]*|[A-Z]*)$/.test(text)) return 0;
  const [, body = '', padding = ''] = /^([0-9A-Za-z+/]+|[0-9A-Za-z_-]+)(={0,2})$/.exec(text) ?? [];
  const whole = body.length % 4 !== 1 && (padding === '' || (body.length + padding.length) % 4 === 0);
  return whole ? Math.floor((body.length * 6) / 8) : 0;
};

const empiricalBits = (text: string): number => {
  const characters = [...text];
  const counts = new Map<string, number>();
  for (const one of characters) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts.values()].reduce((sum, n) => sum + n * Math.log2(characters.length / n), 0);
};

/** None shorter than 8: by chance, random text holds one less often than once in 10^11. */
const KNOWN =
  /correct.?horse|battery.?staple|change.?me.?(now|please|later)?|pass(word|w0rd|phrase)|p@ssw(o|0)rd|placeholder|replace.?me|insecure|development|production|countersign|hot.?wallet|(my|our|your|the|super|top|very|some|test|default).?secret|secret.?(key|value)|encryption|example.?(key|value|secret)|iloveyou|letmein.|welcome\d|qwertz?u?iop?|asdfghjkl|zxcvbnm./gi;

const withoutKnown = (text: string): string => text.replace(KNOWN, '');

/**
 * The characters that the ones before do not foretell: of a block of 4 or more that was there before none, of a run of
 * 4 or more with one small step (`aaaa`, `abcd`, `9753`) the first two.
 */
const unpredicted = (text: string): string => {
  let rest = '';
  for (let at = 0; at < text.length;) {
    const block = blockAt(text, at);
    const run = block >= LEAST_FORETOLD ? 0 : runAt(text, at);
    const taken = Math.max(block, run, 1);
    if (block < LEAST_FORETOLD) rest += text.slice(at, at + Math.min(taken, 2));
    at += taken;
  }
  return rest;
};

const LEAST_FORETOLD = 4;
const MOST_STEP = 2;

/** How long a block that was there before stands here; 1 when it is too short to say anything. */
const blockAt = (text: string, at: number): number => {
  let length = LEAST_FORETOLD;
  while (at + length <= text.length && text.slice(0, at + length - 1).includes(text.slice(at, at + length)))
    length += 1;
  return length === LEAST_FORETOLD ? 1 : length - 1;
};

const runAt = (text: string, at: number): number => {
  const stepAt = (place: number) => text.charCodeAt(place + 1) - text.charCodeAt(place);
  const step = stepAt(at);
  if (!(Math.abs(step) <= MOST_STEP)) return 1;
  let length = 2;
  while (stepAt(at + length - 1) === step) length += 1;
  return length < LEAST_FORETOLD ? 1 : length;
};

/** The most frequent pairs of letters in English, some 55 in 100 of a text; of random letters some 9 in 100. */
const PAIRS = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ' +
    'ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so'
  ).split(' '),
);
const PAIR_SHARE = 0.4;
/** Fewer say nothing: 22 random characters of base64 hold three now and then. */
const LEAST_PAIRS = 9;
const WORD_SHARE = 0.75;

/** Whether most characters stand in runs of letters whose pairs are those of English. */
const readsLikeWords = (text: string): boolean => {
  const spoken = /[a-z]/.test(text) ? text : text.toLowerCase();
  const words = spoken.match(/[A-Z]?[a-z]{2,}/g) ?? [];
  const letters = words.join('').length;
  const separators = spoken.replace(/[^\s_.,-]/g, '').length;
  if (letters < WORD_SHARE * (spoken.length - separators)) return false;
  const pairs = words.flatMap((word) =>
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2).toLowerCase()),
  );
  const english = pairs.filter((pair) => PAIRS.has(pair)).length;
  return english >= LEAST_PAIRS && english >= PAIR_SHARE * pairs.length;
};
