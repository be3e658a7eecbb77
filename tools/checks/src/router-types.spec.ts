import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository';
import { routerTypes } from './router-types';

// Within the repository, so that the program finds @trpc/server.
const folder = mkdtempSync(join(repositoryRoot, 'node_modules', '.router-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function router(procedures: string): string {
  const file = join(folder, 'router.ts');
  writeFileSync(
    file,
    `import { initTRPC, tracked } from '@trpc/server';
     export interface Secret { readonly database: string }
     export interface Colour { readonly name: 'red' | 'blue'; readonly shades?: readonly number[] }
     const t = initTRPC.context<Secret>().create();
     const taking = <Input>() => t.procedure.input((value): Input => value as Input);
     export const appRouter = t.router({ ${procedures} });
     export type AppRouter = typeof appRouter;
     export const stream = tracked;`,
  );
  return routerTypes(repositoryRoot, file);
}

it('writes names out and leaves the service out', () => {
  const text = router(`
    paint: taking<Colour>().mutation(() => ({ done: true as boolean, by: null as string | null })),
    colours: t.router({ get: t.procedure.query((): Record<string, Colour> => ({})) }),
    watch: t.procedure.subscription(async function* () { yield tracked('1', { at: 1 }); }),
  `);
  expect(text).toContain(
    `paint: TRPCMutationProcedure<{ input: { "name": "blue" | "red"; "shades"?: Array<number> | undefined };` +
      ` output: { "done": boolean; "by": string | null }; meta: unknown }>`,
  );
  expect(text).toMatch(/get: TRPCQueryProcedure<\{ input: (void|undefined|void \| undefined);/);
  expect(text).toContain('AsyncIterable<{ "id": string; "data": { "at": number } }>');
  expect(text).not.toMatch(/Colour|Secret|database/);
  expect(text.match(/from '.*'/g)).toEqual([`from '@trpc/server'`]);
});

it.each([
  ['any', `any: t.procedure.query((): any => 1)`, 'any output: is any'],
  ['a date', `when: t.procedure.query(() => ({ at: new Date(0) }))`, 'when output.at: Date cannot be sent'],
  ['a function', `f: t.procedure.query(() => ({ run: () => 1 }))`, 'cannot be sent'],
  ['a bigint', `big: t.procedure.query(() => [1n])`, 'big output[]: bigint cannot be sent'],
])('refuses what JSON does not carry: %s', (_, procedures, message) => {
  expect(() => router(procedures)).toThrow(message);
});
