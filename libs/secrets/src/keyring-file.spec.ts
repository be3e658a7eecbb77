import fc from 'fast-check';
import { formatKeyringFile, InvalidKeyringFile, parseKeyringFile } from './keyring-file';

const a = 'file:/run/secrets/a';
const b = 'shamir:2:file:/x,env:Y,file:/z';

it.each([
  [{ current: a }, { current: a }],
  [
    { current: a, previous: b, previousUntil: '2027-01-08T00:00:00Z' },
    { current: a, previous: { reference: b, until: Date.UTC(2027, 0, 8) } },
  ],
  [
    { current: a, previous: b, previousUntil: '2027-01-08T02:00:00.5+02:00' },
    { current: a, previous: { reference: b, until: Date.UTC(2027, 0, 8) + 500 } },
  ],
])('reads %j', (members, file) => {
  expect(parseKeyringFile(JSON.stringify(members))).toEqual(file);
});

it.each([
  ['', 'not JSON'],
  ['{"current":', 'not JSON'],
  ['null', 'not a JSON object'],
  ['["hunter2"]', 'not a JSON object'],
  ['{}', 'current must be a secret reference'],
  ['{"current":7}', 'current must be a secret reference'],
  ['{"current":"hunter2"}', 'current: not a secret reference'],
  [`{"current":"${a}","next":"hunter2"}`, 'only current, previous, previousUntil'],
  [`{"current":"${a}","previous":"${b}"}`, 'belong together'],
  [`{"current":"${a}","previousUntil":"2027-01-08T00:00:00Z"}`, 'belong together'],
  [
    `{"current":"${a}","previous":"hunter2","previousUntil":"2027-01-08T00:00:00Z"}`,
    'previous: not a secret',
  ],
  [`{"current":"${a}","previous":"${a}","previousUntil":"2027-01-08T00:00:00Z"}`, 'are the same'],
  [`{"current":"${a}","previous":"${b}","previousUntil":"2027-01-08"}`, 'with a zone'],
  [`{"current":"${a}","previous":"${b}","previousUntil":"2027-01-08T00:00:00"}`, 'with a zone'],
  [`{"current":"${a}","previous":"${b}","previousUntil":"2027-13-08T00:00:00Z"}`, 'with a zone'],
  [`{"current":"${a}","previous":"${b}","previousUntil":1799366400000}`, 'with a zone'],
])('refuses %s without repeating it', (text, message) => {
  const read = () => parseKeyringFile(text);
  expect(read).toThrow(InvalidKeyringFile);
  expect(read).toThrow(message);
  expect(read).not.toThrow('hunter2');
});

it('reads what it writes', () => {
  const until = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') });
  fc.assert(
    fc.property(fc.option(until, { nil: undefined }), (date) => {
      const file = {
        current: a,
        ...(date && { previous: { reference: b, until: date.getTime() } }),
      };
      expect(parseKeyringFile(formatKeyringFile(file))).toEqual(file);
    }),
    { seed: 5 },
  );
});

it('writes nothing that it would not read', () => {
  expect(() => formatKeyringFile({ current: 'hunter2' })).toThrow(InvalidKeyringFile);
  expect(() => formatKeyringFile({ current: a, previous: { reference: a, until: 0 } })).toThrow('the same');
});
