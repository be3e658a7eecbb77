import { membersOf, type Question } from '../question';

/** Any object → `{}`. The engine gets the text exactly as CoKeeps encrypted it, unknown fields and all. */
export const update: Question = {
  path: '/update',
  read: ({ text, payload }) => {
    membersOf(payload);
    return {
      ask: async (engine, call) => {
        await engine.update({ payload: text }, call);
        return {};
      },
    };
  },
};
