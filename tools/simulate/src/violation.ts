/** The engine did what it must never do, or did not do what it must. One is enough to end a simulation. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

export const violation = (message: string): Violation => new Violation(message);

export function demand(holds: boolean, message: () => string): void {
  if (!holds) throw violation(message());
}
