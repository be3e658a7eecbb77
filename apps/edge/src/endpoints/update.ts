import { fault } from '@countersign/policy';
import { isObject, type Question } from '../question';

/** Any object → `{}`. The engine gets the text exactly as CoKeeps encrypted it, unknown fields and all. */
export const update: Question = {
  path: '/update',
  read: ({ text, payload }) => {
    if (!isObject(payload)) throw fault('invalid');
    return {
      ask: async (engine, call) => {
        await engine.update({ payload: text }, call);
        return {};
      },
    };
  },
};
