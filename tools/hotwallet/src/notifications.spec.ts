import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildNotification, documentedNotification, notificationKinds } from './notifications';

interface SampleRule {
  readonly type: string;
  readonly when: readonly {
    readonly path: string;
    readonly equals?: unknown;
    readonly oneOf?: readonly unknown[];
    readonly exists?: boolean;
  }[];
}

const sample = JSON.parse(
  readFileSync(join(__dirname, '../../../docs/update-rules.sample.json'), 'utf8'),
) as { readonly types: readonly { readonly name: string }[]; readonly rules: readonly SampleRule[] };

const subject = { uid: 'u-1', chainId: 'bitcoin', address: 'addr-1' };
const documented = {
  uid: 'u-1',
  destination: { address: 'addr-1', chain_id: 'bitcoin', signature: '', id: '' },
};

/** The rules read once more, without the code that decides by them. */
const typesOf = (payload: Record<string, unknown>): string[] => {
  const at = (path: string) =>
    path
      .split('/')
      .slice(1)
      .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], payload);
  return sample.rules
    .filter(({ when }) =>
      when.every(({ path, equals, oneOf, exists }) => {
        const value = at(path);
        if (exists !== undefined) return (value !== undefined) === exists;
        return (oneOf ?? [equals]).includes(value);
      }),
    )
    .map(({ type }) => type);
};

test('the documented notification has the documented members only', () => {
  expect(documentedNotification(subject)).toEqual(documented);
  const told = documentedNotification({ ...subject, signature: 's', id: 'i' });
  expect(told.destination).toEqual({ ...documented.destination, signature: 's', id: 'i' });
  expect(typesOf(told)).toEqual([]);
});

test('the sample rules know the kinds, and no other', () => {
  expect(sample.types.map(({ name }) => name)).toEqual(notificationKinds);
});

describe.each(notificationKinds)('%s', (kind) => {
  test('is recognised by exactly one sample rule, of that type', () => {
    expect(typesOf(buildNotification(kind, subject))).toEqual([kind]);
    expect(typesOf(buildNotification(kind, { ...subject, reference: 'p-1', amount: '1' }))).toEqual([kind]);
  });

  test('keeps the documented members beside what is invented', () => {
    expect(buildNotification(kind, subject)).toMatchObject(documented);
  });

  test('says the reference and the amount as they were given, or not at all', () => {
    const silent = buildNotification(kind, subject);
    expect(Object.keys(silent)).not.toContain('reference_id');
    expect(Object.keys(silent)).not.toContain('amount');
    const telling = buildNotification(kind, { ...subject, reference: 'p-1', amount: '1e3' });
    expect(telling).toEqual({ ...silent, reference_id: 'p-1', amount: '1e3' });
  });
});
