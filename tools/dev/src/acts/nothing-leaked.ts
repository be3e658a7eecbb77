import { createSearch, tellLeak, type Exception, type Place } from '../leaks';
import { makeMistakes } from '../leaks/mistakes';
import { eventsOf, filesUnder, pagesOf, storeOf } from '../leaks/places';
import type { Watch } from '../leaks/watch';
import { markKinds } from '../marks';
import type { Stage } from './stage';

/** Where marked values are kept on purpose, and nowhere else. */
export const keptOnPurpose: readonly Exception[] = [
  {
    kind: 'update payload',
    sort: 'store',
    name: /^/,
    reason: 'a notification is kept exactly as it arrived',
  },
  { kind: 'AES secret', sort: 'file', name: /^secrets\/aes-secret$/, reason: 'its own file' },
  { kind: 'salt', sort: 'file', name: /^secrets\/salt$/, reason: 'its own file' },
  { kind: 'pepper', sort: 'file', name: /^secrets\/username-pepper$/, reason: 'its own file' },
  { kind: 'audit key', sort: 'file', name: /^secrets\/audit-key$/, reason: 'its own file' },
  { kind: 'issuer key', sort: 'file', name: /^secrets\/issuer$/, reason: 'its own file' },
  { kind: 'TLS key', sort: 'file', name: /^certificates\/\w+\.key$/, reason: 'its own file' },
];

export interface NothingLeakedOptions {
  readonly watch: Watch;
  /** Holds everything that the processes write, but for a store that is elsewhere. */
  readonly dir: string;
  readonly storeUrl: string;
}

/**
 * Searches all that the processes have written and said, from their start to their end, for all that they were told in
 * confidence. They are stopped for that, so it can only be the last act.
 */
export async function nothingLeaked(
  stage: Stage,
  { watch, dir, storeUrl }: NothingLeakedOptions,
): Promise<void> {
  const { stack, transcript } = stage;
  transcript.act('At last, all that was secret this day is searched for, in all that is left of it.');
  const { made, taken } = await makeMistakes(stage, watch);
  transcript.check(`${made} mistakes with secrets in them are refused`, taken.length === 0, taken);

  const processes = [stack.engine, stack.edge, stack.adminProcess];
  const told: Place[] = (await Promise.all(processes.map((process) => pagesOf(process)))).flat();
  for await (const place of eventsOf(stack.as('auditor', ['events:read']))) told.push(place);
  const started = Date.now();
  const search = createSearch({ marks: watch.marks.all(), exceptions: keptOnPurpose });
  for (const place of [...watch.places(), ...told]) search.look(place);
  // Once as it lies under a store in use, and once more as it was left.
  for await (const place of storeOf(storeUrl)) search.look(place);
  await stack.stop();
  for await (const place of filesUnder(dir, storeUrl)) search.look(place);
  for await (const place of storeOf(storeUrl)) search.look(place);

  const { leaks, unmet, spellings, bytes, places } = search.findings();
  const number = (count: number) => count.toLocaleString('en');
  const values = watch.marks.all().length;
  transcript.say(
    `${number(values)} values in ${number(spellings)} spellings: ${markKinds.map((kind) => `${watch.marks.count(kind)} × ${kind}`).join(', ')}`,
  );
  transcript.say(
    `searched for in ${(bytes / 1e6).toFixed(1)} MB, ${((Date.now() - started) / 1000).toFixed(1)} s: ${Object.entries(
      places,
    )
      .map(([sort, count]) => `${number(count)} × ${sort}`)
      .join(', ')}`,
  );
  const nothing = markKinds.filter((kind) => watch.marks.count(kind) === 0);
  transcript.check('there is something of every kind to search for', nothing.length === 0, nothing);
  const nowhere = Object.entries(places).filter(([, count]) => count === 0);
  transcript.check('and of every kind of place something to search in', nowhere.length === 0, nowhere);
  transcript.check(
    'what is kept on purpose is found where it is kept, so the search finds',
    unmet.length === 0,
    unmet.map(({ kind, sort }) => `no ${kind} in any ${sort}`),
  );
  transcript.check('and nothing is found anywhere else', leaks.length === 0, leaks.map(tellLeak));
}
