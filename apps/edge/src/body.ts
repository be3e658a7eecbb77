import type { IncomingMessage } from 'node:http';

/** The body as text; `too_large` once it passes the limit, `aborted` when the caller goes away. Never more than the limit in memory. */
export type Body = { readonly text: string } | 'too_large' | 'aborted';

export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve('too_large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        request.pause();
        resolve('too_large');
      } else chunks.push(chunk);
    });
    request.once('end', () => {
      const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
      resolve({ text: bytes.toString('utf8') });
    });
    request.once('close', () => resolve('aborted'));
    request.once('error', () => resolve('aborted'));
  });
}
