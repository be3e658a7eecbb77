import { membersOf, type Question } from '../question';

/** Any object → `{}`. The engine gets the text exactly as CoKeeps encrypted it, unknown fields and all. */
export const update: Question = {
  path: '/update',
  answer: async ({ text, payload }, engine, call) => {
    membersOf(payload);
    await engine.update({ payload: text }, call);
    return {};
  },
};
