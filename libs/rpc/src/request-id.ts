/** A request id goes into log lines as it is, so only short printable text is taken from a caller. */
export const takeRequestId = (sent: unknown, newId: () => string): string =>
  typeof sent === 'string' && /^[\x21-\x7e]{1,128}$/.test(sent) ? sent : newId();

export const requestIdKey = 'countersign-request-id';
