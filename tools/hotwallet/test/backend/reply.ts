/** What an endpoint of the stand-in answers, before it is sealed. */
export interface Reply {
  readonly status: number;
  readonly success: boolean;
  readonly message: string;
  readonly text: string;
}

export const granted = (payload: unknown, message = 'OK'): Reply => ({
  status: 200,
  success: true,
  message,
  text: JSON.stringify(payload),
});

export const refused = (message = 'refused', status = 200): Reply => ({
  status,
  success: false,
  message,
  text: '{}',
});

/** The one failure of every request that cannot be read; `step` is told to nobody unless a flaw is planted. */
export class Unreadable extends Error {
  constructor(readonly step: 'body' | 'container' | 'padding' | 'text' | 'json' | 'schema') {
    super(step);
  }
}

export const stringField = (payload: Readonly<Record<string, unknown>>, name: string): string => {
  const value = payload[name];
  if (typeof value !== 'string') throw new Unreadable('schema');
  return value;
};
