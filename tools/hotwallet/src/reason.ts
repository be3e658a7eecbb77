/** What a caught value says of itself. Structural, because an error may come from another realm (Node's own, in Jest). */
export const reasonOf = (error: unknown): { readonly code: string; readonly message: string } => ({
  code: textField(error, 'code'),
  message: textField(error, 'message'),
});

const textField = (value: unknown, name: 'code' | 'message'): string => {
  if (typeof value !== 'object' || value === null) return '';
  const field: unknown = Reflect.get(value, name);
  return typeof field === 'string' ? field : '';
};
