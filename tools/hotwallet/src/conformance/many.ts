/** Runs `make` for 0 … count-1, at most `width` at a time, and keeps the order of the answers. */
export const many = async <T>(
  count: number,
  make: (index: number) => Promise<T>,
  width = count,
): Promise<T[]> => {
  const answers: T[] = [];
  for (let from = 0; from < count; from += width) {
    const batch = Array.from({ length: Math.min(width, count - from) }, (_, offset) => make(from + offset));
    answers.push(...(await Promise.all(batch)));
  }
  return answers;
};

/** Asks one after the other and keeps each answer under its name. */
export const named = async <T>(asks: Readonly<Record<string, () => Promise<T>>>): Promise<Map<string, T>> => {
  const answers = new Map<string, T>();
  for (const [name, ask] of Object.entries(asks)) answers.set(name, await ask());
  return answers;
};
