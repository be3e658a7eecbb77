import { parsed, userVerifyRequest } from '@countersign/policy';
import { membersOf, type Question } from '../question';

/** `{ hashedUsername, hashedPassword, x }` → `{ uid, key }` */
export const userVerify: Question = {
  path: '/user_verify',
  read: ({ payload }) => {
    const { hashedUsername, hashedPassword, x } = membersOf(payload);
    const request = parsed(userVerifyRequest, { hashedUsername, hashedPassword, x });
    return {
      subject: { kind: 'login', id: request.hashedUsername },
      login: request,
      ask: async (engine, call) => {
        const { uid, key } = await engine.userVerify(request, call);
        return { uid, key };
      },
    };
  },
};
