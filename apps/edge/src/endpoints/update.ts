import { fault } from '@countersign/policy';
import { isObject, type Question } from '../question';

/** Any object → `{}`. The engine gets the text exactly as CoKeeps encrypted it, unknown fields and all. */
export const update: Question = {
  path: '/update',
  read: ({ text, payload }) => {
    if (!isObject(payload) || isAnotherQuestion(payload)) throw fault('invalid');
    return {
      ask: async (engine, call) => {
        await engine.update({ payload: text }, call);
        return {};
      },
    };
  },
};

/**
 * A recorded login that is sent here would be kept as a notification, hashes and all, and who sends it need not know the
 * secret. The replay shield knows most of them; this knows those it has forgotten.
 */
const isAnotherQuestion = (payload: Readonly<Record<string, unknown>>): boolean =>
  'hashedPassword' in payload || 'hashedUsername' in payload || ('machine_id' in payload && 'x' in payload);
