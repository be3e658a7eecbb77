import { parsed, userVerifyRequest } from '@countersign/policy';
import { membersOf, type Question } from '../question';

/** `{ hashedUsername, hashedPassword, x }` → `{ uid, key }` */
export const userVerify: Question = {
  path: '/user_verify',
  answer: async ({ payload }, engine, call) => {
    const { hashedUsername, hashedPassword, x } = membersOf(payload);
    const { uid, key } = await engine.userVerify(
      parsed(userVerifyRequest, { hashedUsername, hashedPassword, x }),
      call,
    );
    return { uid, key };
  },
};
