import { checkPinned, PinMismatch } from './pin';

const storeOf = (entries: Record<string, string> = {}) => {
  const pins = new Map(Object.entries(entries));
  const pin = async (name: string, value: string): Promise<string> => {
    const kept = pins.get(name) ?? value;
    pins.set(name, kept);
    return kept;
  };
  return { pin, pins };
};
const name = 'countersign-salt';

describe('a pinned secret', () => {
  it('is pinned at the first start and found again', async () => {
    const { pin, pins } = storeOf();
    await checkPinned({ name, fingerprint: 'v1:derived:aa', pin });
    await checkPinned({ name, fingerprint: 'v1:derived:aa', pin });
    expect([...pins]).toEqual([[name, 'v1:derived:aa']]);
  });

  it('of another value stops the start, says what to do, and stays pinned', async () => {
    const { pin, pins } = storeOf({ [name]: 'v1:derived:aa' });
    const check = checkPinned({ name, fingerprint: 'v1:derived:bb', pin });
    await expect(check).rejects.toThrow(PinMismatch);
    await expect(check).rejects.toThrow(
      /countersign-salt: this is not the value this database was first started with/,
    );
    await expect(check).rejects.toThrow(/Put the first countersign-salt back .* correct STORE_URL/);
    expect(pins.get(name)).toBe('v1:derived:aa');
  });

  it('in another mode says which', async () => {
    const { pin } = storeOf({ [name]: 'v1:shared:aa' });
    await expect(checkPinned({ name, fingerprint: 'v1:derived:aa', pin })).rejects.toThrow(
      'first started in mode "shared", this start is in mode "derived"',
    );
  });

  it('of another version says so', async () => {
    const { pin } = storeOf({ [name]: 'v0:derived:aa' });
    await expect(checkPinned({ name, fingerprint: 'v1:derived:aa', pin })).rejects.toThrow('of version "v0"');
  });

  it('does not depend on the other pins', async () => {
    const { pin } = storeOf({ 'username-pepper': 'v1:username-pepper:aa' });
    await checkPinned({ name, fingerprint: 'v1:derived:aa', pin });
    await expect(
      checkPinned({ name: 'username-pepper', fingerprint: 'v1:username-pepper:bb', pin }),
    ).rejects.toThrow(PinMismatch);
  });

  it('is not taken for checked when the store fails', async () => {
    const pin = () => Promise.reject(new Error('store gone'));
    await expect(checkPinned({ name, fingerprint: 'v1:derived:aa', pin })).rejects.toThrow('store gone');
  });
});
