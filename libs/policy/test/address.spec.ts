import { base58, base58xrp, createBase58check } from '@scure/base';
import { Address } from '@scure/btc-signer';
import { sha256 } from '@scure/btc-signer/utils';
import fc from 'fast-check';
import { addressFamilies, addressMistake, familyOf, looksLike, type AddressFamily } from '../src/address';

fc.configureGlobal({ seed: 20260301, numRuns: 500 });

const P2PKH = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
const TAPROOT = 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0';
const CHECKSUMMED = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const GENESIS = 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh';
const TOKEN_PROGRAM = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';

/** Published by: EIP-55; the Bitcoin genesis block, BIP-173 and BIP-350; the Solana programs; the XRP Ledger. */
const published: Readonly<Record<AddressFamily, readonly string[]>> = {
  evm: [
    CHECKSUMMED,
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
    '0x52908400098527886E0F7030069857D2E4169EE7',
    '0x8617E340B3D01FA5F11F306F4090FD50E238070D',
    '0xde709f2102306220921060314715629080e2fb77',
    '0x27b1fdb04752bbc536007a920d24acb045561c26',
    CHECKSUMMED.toLowerCase(),
    `0x${CHECKSUMMED.slice(2).toUpperCase()}`,
  ],
  bitcoin: [
    P2PKH,
    '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3',
    TAPROOT,
  ],
  bitcoin_testnet: [
    'mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn',
    '2MzQwSSnBHWHqSAqtTVQ6v47XtaisrJa1Vc',
    'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx',
    'tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7',
    'tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy',
    'tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c',
  ],
  solana: [
    '11111111111111111111111111111111',
    TOKEN_PROGRAM,
    'ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL',
    'So11111111111111111111111111111111111111112',
  ],
  xrp: [
    GENESIS,
    'rrrrrrrrrrrrrrrrrrrrrhoLvTp',
    'rrrrrrrrrrrrrrrrrrrrBZbvji',
    'r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59',
  ],
  exact: ['addr', '!', '~'.repeat(256), 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'],
};

describe.each(addressFamilies)('%s', (family) => {
  it.each(published[family])('accepts %s', (address) => {
    expect(addressMistake(family, address, null)).toBeUndefined();
  });

  it('accepts no address of another family, unless any string will do', () => {
    const others = addressFamilies.filter((other) => other !== family && other !== 'exact');
    for (const address of others.flatMap((other) => published[other])) {
      expect([address, addressMistake(family, address, null) === undefined]).toEqual([
        address,
        family === 'exact',
      ]);
    }
  });
});

/** Everything that is ever said: constants, so no value can be in them. */
const says = {
  evm: 'the address must be 0x and 40 hex digits',
  eip55: 'the mixed-case address does not match its EIP-55 checksum',
  letters: 'the address must be a Bitcoin address: 14 to 74 letters and digits',
  mixed: 'the bech32 address must not mix small and capital letters',
  bitcoin: 'the address must be a P2PKH, P2SH, segwit v0 or taproot address with a right checksum',
  testNetwork: 'the address belongs to a Bitcoin test network',
  mainNetwork: 'the address belongs to the Bitcoin main network',
  solana: 'the address must be 32 bytes in base58',
  xrp: 'the address must be a classic XRP address (r…) with a right checksum',
  xAddress: 'an X-address carries its own tag: give the classic address, and the tag separately',
  exact: 'the address must be 1 to 256 printable ASCII characters without spaces',
  noTag: 'addresses of this chain take no tag',
  memo: 'the tag must be 1 to 100 printable ASCII characters, with no space at either end',
  destinationTag: 'the tag must be a whole number from 0 to 4294967295, without leading zeros',
};

type Refused = readonly (readonly [address: string, why: string])[];
const refused: readonly (readonly [AddressFamily, keyof typeof says, Refused])[] = [
  [
    'evm',
    'evm',
    [
      ['', 'nothing'],
      [CHECKSUMMED.slice(2), 'no 0x'],
      [CHECKSUMMED.toUpperCase(), '0X'],
      [CHECKSUMMED.slice(0, -1), '39 digits'],
      [`${CHECKSUMMED}0`, '41 digits'],
      [`${CHECKSUMMED}\n`, 'a line end'],
    ],
  ],
  ['evm', 'eip55', [[CHECKSUMMED.replace('aA', 'aa'), 'one letter of the other case']]],
  [
    'bitcoin',
    'letters',
    [
      [` ${P2PKH}`, 'a space before'],
      [`bitcoin:${P2PKH}`, 'a payment link'],
      ['bc1pw5dgrnzv', 'a program of 1 byte'],
      ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav', '41 bytes'],
    ],
  ],
  [
    'bitcoin',
    'bitcoin',
    [
      ['5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ', 'a private key'],
      ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh', 'version 0 with the checksum of BIP-350'],
      ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', 'taproot with that of BIP-173'],
      ['tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut', 'another prefix'],
      ['bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', 'a bad character'],
      ['BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R', 'witness version 17'],
      ['BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P', 'a version 0 program of 16 bytes'],
      ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf', 'too much padding'],
      // Well-formed by BIP-350, but anyone may spend what is sent there today.
      ['bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y', 'a long version 1'],
      ['bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs', 'witness version 2'],
      ['BC1SW50QGDZ25J', 'witness version 16'],
      [Address().encode({ type: 'tr', pubkey: new Uint8Array(32).fill(255) }), 'a key no one can have'],
    ],
  ],
  ['bitcoin', 'mixed', [['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kV8F3T4', 'two cases']]],
  ['bitcoin', 'testNetwork', published.bitcoin_testnet.map((address) => [address, 'a test network'])],
  [
    'bitcoin_testnet',
    'bitcoin',
    [
      ['tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc47', 'version 0 as BIP-350'],
      ['tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j', 'padding that is not zero'],
    ],
  ],
  [
    'bitcoin_testnet',
    'mixed',
    [['tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq', 'two cases']],
  ],
  ['bitcoin_testnet', 'mainNetwork', published.bitcoin.map((address) => [address, 'the main network'])],
  [
    'solana',
    'solana',
    [
      [base58.encode(new Uint8Array(31).fill(255)), '31 bytes'],
      [base58.encode(new Uint8Array(33).fill(1)), '33 bytes'],
      ['1'.repeat(33), '33 bytes that are all zero'],
      [TOKEN_PROGRAM.replace('T', '0'), 'a letter base58 has not'],
      [`${TOKEN_PROGRAM}\n`, 'a line end'],
    ],
  ],
  [
    'xrp',
    'xAddress',
    [
      ['X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ', 'an X-address without a tag'],
      ['X7AcgcsBL6XDcUb289X4mJ8djcdyKaGZMhc9YTE92ehJ2Fu', 'an X-address with a tag'],
      ['T719a5UwUCnEs54UsxG9CJYYDhwmFCqkr7wxCcNcfZ6p5GZ', 'an X-address of the test network'],
    ],
  ],
  [
    'xrp',
    'xrp',
    [
      ['sn259rEFXrQrWyx3Q7XneWcwV6dfL', 'a seed'],
      ['n9MXXueo837zYH36DvMc13BwHcqtfAWNJY5czWVbp7uYTj7x17TH', 'a node key'],
      [xrpBase58check([0, ...new Array<number>(19).fill(7)]), '19 bytes'],
      [xrpBase58check([0, ...new Array<number>(21).fill(7)]), '21 bytes'],
      [xrpBase58check([5, 68, ...new Array<number>(28).fill(7)]), 'less than an X-address'],
      [xrpBase58check([1, ...new Array<number>(20).fill(7)]), 'another version'],
      [xrpBase58check([5, 69, ...new Array<number>(29).fill(7)]), 'as long as an X-address'],
    ],
  ],
  [
    'exact',
    'exact',
    [
      ['', 'nothing'],
      ['a'.repeat(257), '257 characters'],
      ['a b', 'a space'],
      ['ab\n', 'a line end'],
      ['аddr', 'a letter outside ASCII'],
    ],
  ],
];

describe.each(refused)('%s refuses, saying %s', (family, sentence, addresses) => {
  it.each(addresses)('%j: %s', (address) => {
    expect(addressMistake(family, address, null)).toBe(says[sentence]);
  });
});

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const alphabets: readonly (readonly [AddressFamily, letters: string, of: RegExp])[] = [
  ['bitcoin', BASE58, /^[13]/],
  ['bitcoin', BECH32, /^bc1/],
  ['bitcoin_testnet', BASE58, /^[m2]/],
  ['bitcoin_testnet', BECH32, /^tb1/],
  ['xrp', BASE58, /^r/],
  ['evm', '0123456789abcdefABCDEF', /[a-f].*[A-F]|[A-F].*[a-f]/],
];

it.each(alphabets)('%s: one wrong character is refused (letters %s)', (family, letters, of) => {
  const addresses = published[family].filter((address) => of.test(address));
  const mutation = fc
    .record({ address: fc.constantFrom(...addresses), at: fc.nat(), letter: fc.constantFrom(...letters) })
    .map(({ address, at, letter }) => ({ address, mutant: replaced(address, at % address.length, letter) }))
    .filter(({ address, mutant }) => address !== mutant);
  fc.assert(
    fc.property(mutation, ({ mutant }) => {
      expect(addressMistake(family, mutant, null)).toBeDefined();
    }),
  );
});

it('accepts every 32 bytes as a Solana address, and no other number of bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 28, maxLength: 36 }), (bytes) => {
      const mistake = addressMistake('solana', base58.encode(bytes), null);
      expect(mistake === undefined).toBe(bytes.length === 32);
    }),
  );
});

type Tags = { readonly good: readonly string[]; readonly bad: readonly string[] };
const memos: Tags = {
  good: ['m', 'order 17', '~'.repeat(100), '0'],
  bad: ['', ' ', ' a', 'a ', 'a\nb', 'a\n', 'é', '~'.repeat(101)],
};
const notNumbers = ['', ...'00 01 +1 -1 -0 1.0 1e3 0x1 ٣'.split(' '), ' 1', '1 ', '1\n'];
const tooLarge = '4294967296 9999999999 42949672950'.split(' ');
const none: Tags = { good: [], bad: ['', '0', '1'] };
const tags: Readonly<Record<AddressFamily, Tags>> = {
  evm: none,
  bitcoin: none,
  bitcoin_testnet: none,
  solana: memos,
  exact: memos,
  xrp: { good: ['0', '1', '12345', '4294967295'], bad: [...notNumbers, ...tooLarge] },
};

describe.each(addressFamilies)('the tag of %s', (family) => {
  const [address = ''] = published[family];

  it('is taken when it has the form', () => {
    for (const tag of tags[family].good)
      expect([tag, addressMistake(family, address, tag)]).toEqual([tag, undefined]);
  });

  it.each(tags[family].bad)('is refused when it is %j', (tag) => {
    expect(addressMistake(family, address, tag)).toMatch(/\btag\b/);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 100 }),
  fc.string({ unit: fc.constantFrom(...BASE58), minLength: 20, maxLength: 60 }),
  fc
    .string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 40, maxLength: 40 })
    .map((hex) => `0x${hex}`),
  fc.string({ unit: 'grapheme-ascii', maxLength: 90 }).map((text) => `bc1${text}`),
  fc.constantFrom('__proto__', 'constructor', 'toString', ...Object.values(published).flat()),
);

describe('any string', () => {
  it('has an answer, and the answer does not repeat it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...addressFamilies), anyText, fc.option(anyText), (family, text, tag) => {
        const mistake = addressMistake(family, text, tag);
        expect([undefined, ...Object.values(says)]).toContain(mistake);
      }),
    );
  });

  it('has a family', () => {
    fc.assert(
      fc.property(anyText, (chainId) => {
        expect(addressFamilies).toContain(familyOf(chainId));
      }),
    );
  });

  // Base58 takes quadratic time: undone, each of these would cost minutes of CPU.
  it.each(addressFamilies)('costs %s next to nothing when it is huge', (family) => {
    const before = process.cpuUsage();
    for (const unit of ['z', '1', 'r', 'X', ' ', '0', 'bc1q', 'TB1P', '0x']) {
      const huge = unit.repeat(200_000);
      expect(addressMistake(family, huge, null)).toBeDefined();
      expect(addressMistake(family, published[family][0] ?? '', huge)).toBeDefined();
      expect(familyOf(huge)).toBe('exact');
      expect(looksLike(huge, `${huge}#`)).toBe(false);
    }
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(5_000_000);
  });
});

const families: readonly (readonly [AddressFamily, chainIds: string])[] = [
  ['evm', '1 10 8453 11155420 eip155:137 ethereum Ethereum sepolia optimismsepolia optimism-sepolia'],
  ['evm', 'optimism polygon arbitrum base bnb bsc avalanche'],
  ['bitcoin', 'bitcoin btc Bitcoin BTC'],
  ['bitcoin_testnet', 'bitcoin-testnet bitcoin_testnet bitcointestnet bitcoinsignet'],
  ['solana', 'solana solanadevnet solana-devnet solanatestnet'],
  ['xrp', 'xrp ripple xrpl'],
  ['exact', '- a stellar bitcoincash eip155: 0x1 1.5 -1 1_0 constructor __proto__'],
];

it.each(families)('%s is the family of %s', (family, chainIds) => {
  for (const chainId of chainIds.split(' ')) expect([chainId, familyOf(chainId)]).toEqual([chainId, family]);
});

it('gives the empty chain id no family of its own', () => {
  expect(familyOf('')).toBe('exact');
});

const pairs: readonly (readonly [alike: boolean, why: string, a: string, b: string])[] = [
  [true, 'the middle differs', '0x5aAe11111111BeAed', '0x5aAe22222222BeAed'],
  [true, 'only the case differs', CHECKSUMMED, CHECKSUMMED.toLowerCase()],
  [true, 'the middle of a bech32 address differs', 'bc1qw5aaaaaaf3t4', 'BC1QW5ABBBBBBF3T4'],
  [true, 'the middle of a base58 address differs', P2PKH, P2PKH.replace('Gefi', 'Hefi')],
  [true, 'the prefix alone differs', 'bc1qw5aaaaaaf3t4', 'tb1qw5aaaaaaf3t4'],
  [false, 'the same string', P2PKH, P2PKH],
  [false, 'the 4th character differs', '0x5aAe11111111BeAed', '0x5aAf11111111BeAed'],
  [false, 'the 4th last character differs', '0x5aAe11111111BeAed', '0x5aAe11111111BfAed'],
  [false, 'only the shared prefix is the same at the front', 'bc1qw5aaaaaaf3t4', 'bc1prpaaaaaaf3t4'],
];

it.each(pairs)('looking alike is %s when: %s', (alike, _why, a, b) => {
  expect(looksLike(a, b)).toBe(alike);
  expect(looksLike(b, a)).toBe(alike);
});

it('takes any two middles between the same ends for one address', () => {
  const end = fc.string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 4 });
  const middle = fc.string({ unit: 'binary', maxLength: 60 });
  const parts = fc.tuple(fc.constantFrom('0x', 'bc1', 'tb1'), end, middle, middle, end);
  fc.assert(
    fc.property(parts, ([prefix, first, one, other, last]) => {
      const [a, b] = [prefix + first + one + last, prefix + first + other + last];
      expect(looksLike(a, b)).toBe(a !== b);
    }),
  );
});

function replaced(text: string, at: number, letter: string): string {
  return text.slice(0, at) + letter + text.slice(at + 1);
}

/** As the XRP Ledger writes bytes with a checksum: the right form around any content. */
function xrpBase58check(bytes: readonly number[]): string {
  return base58xrp.encode(base58.decode(createBase58check(sha256).encode(Uint8Array.from(bytes))));
}
