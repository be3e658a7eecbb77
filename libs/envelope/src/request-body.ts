/** The outside of a request: `{"ciphertext": "…"}`. Other members are passed over. */
export interface RequestBody {
  /** Where there is none: a text about as long that no key opens, so that it costs as much to find that out. */
  readonly ciphertext: string;
  readonly json: boolean;
}

const AROUND = '{"ciphertext":""}'.length;

/** Never throws. */
export const readBody = (body: string): RequestBody => {
  const parsed = parse(body);
  const ciphertext = parsed?.value?.ciphertext;
  return {
    ciphertext: typeof ciphertext === 'string' ? ciphertext : noEnvelope(body.length - AROUND),
    json: parsed !== undefined,
  };
};

const parse = (body: string): { value: { ciphertext?: unknown } | null } | undefined => {
  try {
    return { value: JSON.parse(body) as { ciphertext?: unknown } | null };
  } catch {
    return undefined;
  }
};

/** Sound base64 of something else than an envelope. */
const noEnvelope = (length: number): string => 'A'.repeat(Math.max(0, length - (length % 4)));
