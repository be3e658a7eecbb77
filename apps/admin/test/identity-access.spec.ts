/** The table of who may call what, held against the procedures that there are. */
import { access, scopes } from '../src/access';
import { adminRouter } from '../src/router';

const procedures = Object.entries<object>(adminRouter._def.procedures);
const typeOf = new Map(
  procedures.map(([path, procedure]) => [path, (procedure as { _def: { type: string } })._def.type]),
);

test('every procedure has a row, and every row a procedure', () => {
  expect(Object.keys(access).sort()).toEqual([...typeOf.keys()].sort());
});

test('every scope is asked for by some row', () => {
  const asked = new Set<string>(Object.values(access).map(({ scope }) => scope));
  expect(scopes.filter((scope) => !asked.has(scope))).toEqual([]);
});

test('reading is what a query asks for, and nothing that changes something is read', () => {
  const reading = Object.entries(access)
    .filter(([, { scope }]) => scope.endsWith(':read'))
    .map(([path]) => path);
  expect(reading.filter((path) => typeOf.get(path) === 'mutation')).toEqual([]);
});

test('what cannot be taken back asks for a fresh token', () => {
  const fresh = Object.entries(access).filter(([, row]) => row.fresh === true);
  expect(fresh.map(([path]) => path).sort()).toEqual(['changes.approve', 'permits.reconcile']);
});
