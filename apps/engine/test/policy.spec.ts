import { DEFAULT_SETTINGS } from '@countersign/policy';
import { draftPolicy } from '../src/rpc/draft-policy';
import { getPolicy } from '../src/rpc/get-policy';
import { listPolicies } from '../src/rpc/list-policies';
import { publishPolicy } from '../src/rpc/publish-policy';
import { validatePolicy } from '../src/rpc/validate-policy';
import { NOW, cause, codeOf, context, handlersWorld } from './handlers-world';

const documentOf = (max: string, tiers: readonly string[] = []) => ({
  chains: [{ chainId: 'gold', family: 'exact', limits: [{ kind: 'transaction', max }] }],
  settings: DEFAULT_SETTINGS,
  tiers: tiers.map((tierId) => ({ tierId, mode: 'permit', coolingOffMs: 0, rearmMs: 0, limits: [] })),
});

function policyWorld() {
  const world = handlersWorld();
  const handlers = {
    draft: draftPolicy(world),
    validate: validatePolicy(world),
    publish: publishPolicy(world),
    get: getPolicy(world),
    list: listPolicies(world),
  };
  const draft = (document: unknown) => handlers.draft({ cause, document: JSON.stringify(document) }, context);
  const publish = (version: number) => handlers.publish({ cause, version }, context);
  return { ...world, handlers, draft, publish };
}

it('drafts, publishes and lists versions with who did what and when', async () => {
  const { clock, handlers, draft, publish } = policyWorld();
  const drafted = await draft(documentOf('5'));
  expect(drafted).toMatchObject({ version: 1, status: 'draft', draftedBy: 'test', reason: 'test' });
  expect(drafted).toMatchObject({ draftedAtMs: NOW, publishedBy: '', publishedAtMs: 0, revision: 1 });
  clock.now += 1000;
  const published = await publish(1);
  expect(published).toMatchObject({ status: 'published', publishedBy: 'test', publishedAtMs: NOW + 1000 });
  await draft(documentOf('6'));
  await draft(documentOf('7'));
  await publish(2);

  const page = (beforeVersion: number, limit: number) => handlers.list({ beforeVersion, limit }, context);
  const told = ({ policies, nextBefore }: Awaited<ReturnType<typeof page>>) => [
    ...policies.map(({ version, status }) => `${version} ${status}`),
    nextBefore,
  ];
  expect(told(await page(0, 0))).toEqual(['3 draft', '2 published', '1 superseded', 0]);
  expect(told(await page(0, 2))).toEqual(['3 draft', '2 published', 2]);
  expect(told(await page(2, 2))).toEqual(['1 superseded', 0]);
  expect(told(await page(9, 1))).toEqual(['3 draft', 3]);
  expect(told(await page(1, 1))).toEqual([0]);
  expect(await codeOf(page(0, 101))).toBe('invalid');
  expect(await handlers.get({ version: 1 }, context)).toMatchObject({ version: 1, status: 'superseded' });
  expect(await codeOf(handlers.get({ version: 4 }, context))).toBe('not_found');
  expect(told(await policyWorld().handlers.list({ beforeVersion: 0, limit: 0 }, context))).toEqual([0]);
});

it('tells what is in force as a document, however it came there', async () => {
  const { handlers, draft, publish, commands, call } = policyWorld();
  await draft(documentOf('5'));
  await publish(1);
  await commands.createTier(call, 'basic', {});
  const { version, status, document } = await handlers.get({ version: 0 }, context);
  expect({ version, status }).toEqual({ version: 0, status: 'published' });
  expect(JSON.parse(document)).toMatchObject({ chains: [{ chainId: 'gold' }], tiers: [{ tierId: 'basic' }] });
  // What is told can be given back, and changes nothing.
  const told = await handlers.validate({ document, version: 0 }, context);
  expect(told).toEqual({ mistakes: [], differences: [], loosenings: [] });
});

it('tells all mistakes of a document, or what it would change', async () => {
  const { handlers, draft, publish, commands, call } = policyWorld();
  await draft(documentOf('5'));
  await publish(1);
  const validate = (given: { document?: unknown; version?: number }) => {
    const document = given.document === undefined ? '' : JSON.stringify(given.document);
    return handlers.validate({ document, version: given.version ?? 0 }, context);
  };
  const mistaken = await validate({ document: { ...documentOf('x'), more: 1 } });
  expect(mistaken).toMatchObject({ mistakes: { length: 2 }, differences: [], loosenings: [] });
  expect(await validate({ document: documentOf('6', ['basic']) })).toEqual({
    mistakes: [],
    differences: ['chain gold: amount/transaction is 6 instead of 5', 'tier basic: is created'],
    loosenings: ['chain gold: amount/transaction is 6 instead of 5'],
  });
  await commands.createTier(call, 'basic', {});
  const unnamed = await validate({ document: documentOf('5') });
  expect(unnamed.mistakes).toEqual(['tiers: must name basic, since a tier cannot be removed']);
  // A version was complete when it was drafted, and can be gone back to.
  const kept = { mistakes: [], differences: ['tier basic: is not named and stays as it is'], loosenings: [] };
  expect(await validate({ version: 1 })).toEqual(kept);
  expect(await codeOf(validate({}))).toBe('invalid');
  expect(await codeOf(validate({ document: {}, version: 1 }))).toBe('invalid');
  expect(await codeOf(validate({ version: 2 }))).toBe('not_found');
});

it('tells the first of very many mistakes and differences, and how many more there are', async () => {
  const { handlers, draft, publish } = policyWorld();
  const validate = (document: unknown) =>
    handlers.validate({ document: JSON.stringify(document), version: 0 }, context);
  const tiers = (count: number, max: string) => ({
    ...documentOf('5'),
    tiers: Array.from({ length: count }, (_, t) => ({
      tierId: `t${t}`,
      mode: 'permit',
      coolingOffMs: 0,
      rearmMs: 0,
      limits: Array.from({ length: 60 }, (_, c) => ({
        chainId: `c${c}`,
        limits: Array.from({ length: 10 }, (_, i) => ({ kind: 'sliding', ms: 60_000 * (i + 1), max })),
      })),
    })),
  });
  await draft(tiers(1, '5'));
  await publish(1);
  const raised = await validate(tiers(1, '6'));
  expect(raised.differences).toHaveLength(501);
  expect(raised.differences.at(-1)).toBe('and 100 more');
  expect(raised.loosenings).toEqual(raised.differences);
  const { mistakes } = await validate(tiers(1, 'x'));
  expect(mistakes).toHaveLength(201);
  expect(mistakes.at(-1)).toBe('and more');
});

it('drafts no document with mistakes, and publishes nothing that loosens where that needs a second person', async () => {
  const { handlers, draft, publish, store } = policyWorld();
  expect(await codeOf(draft(documentOf('x')))).toBe('invalid');
  const rule = { ...documentOf('5'), settings: { ...DEFAULT_SETTINGS, loosening: 'approved' } };
  await draft(rule);
  await publish(1);
  await draft({ ...rule, chains: documentOf('6').chains });
  const before = await store.events({ after: 0, limit: 1000 });
  await expect(publish(2)).rejects.toMatchObject({
    code: 'forbidden',
    details: ['chain gold: amount/transaction is 6 instead of 5: would allow more than before'],
  });
  expect(await store.events({ after: 0, limit: 1000 })).toEqual(before);
  expect((await handlers.get({ version: 2 }, context)).status).toBe('draft');
});

it('takes no reason that ends like that of a step of a publication', async () => {
  const { handlers } = policyWorld();
  const forged = { ...cause, reason: 'tidied up (policy version 3)' };
  expect(await codeOf(handlers.draft({ cause: forged, document: '{}' }, context))).toBe('invalid');
  await expect(handlers.publish({ cause: forged, version: 1 }, context)).rejects.toMatchObject({
    details: [expect.stringMatching(/^cause\.reason: must not end like/)],
  });
});
