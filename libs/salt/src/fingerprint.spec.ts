import { fingerprint, saltFingerprint } from './fingerprint';

// Frozen: computed with `openssl kdf -keylen 32 -kdfopt pass:SALT -kdfopt salt:countersign/fingerprint/v1/LABEL
// -kdfopt n:32768 -kdfopt r:8 -kdfopt p:1 -kdfopt maxmem_bytes:67108864 SCRYPT` and with Python's hashlib.scrypt.
describe('a fingerprint', () => {
  it('of a salt names version and mode', async () => {
    expect(await saltFingerprint({ salt: 'super_secret_uid_salt', mode: 'shared' })).toBe(
      'v1:shared:90b2369fb7d1d1ce6b394bdc725a22ec74080adcf71061ce5cb61d4647624c48',
    );
    expect(await saltFingerprint({ salt: '0123456789abcdef0123456789abcdef', mode: 'derived' })).toBe(
      'v1:derived:60e30b4fa607fde7fb1a49d67a798cfbe18db42a6a6597ef0fa9ed12b1cdd11d',
    );
  });

  it('of any other secret names its label', async () => {
    const value = 'pepper-0123456789abcdef0123456789abcdef';
    expect(await fingerprint({ label: 'username-pepper', value })).toBe(
      'v1:username-pepper:64fac9678903d8f5a03048855f8f3ad64d11dacdf4947774ed1b9e905131cc6f',
    );
  });

  it('differs by label in its hash too, so that one list of guesses does not serve for two', async () => {
    const [one, two] = await Promise.all(['a', 'b'].map((label) => fingerprint({ label, value: 'secret' })));
    expect(one?.split(':')[2]).not.toBe(two?.split(':')[2]);
  });
});
