/** The last inputs by the id under which logs speak of them, so that a line in a log leads to its input. */
import type { Input } from './target';

export interface Recent {
  remember(id: string, input: Input): void;
  find(id: string): Input | undefined;
}

export const createRecent = (most: number): Recent => {
  const inputs = new Map<string, Input>();
  return {
    remember(id, input) {
      inputs.set(id, input);
      for (const oldest of inputs.keys()) {
        if (inputs.size <= most) break;
        inputs.delete(oldest);
      }
    },
    find: (id) => inputs.get(id),
  };
};
