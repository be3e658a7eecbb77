import { machineVerifyRequest, parsed } from '@countersign/policy';
import { membersOf, type Question } from '../question';

/** `{ machine_id, x }` → `{ key }` */
export const machineVerify: Question = {
  path: '/machine_verify',
  read: ({ payload }) => {
    const { machine_id: machineId, x } = membersOf(payload);
    const request = parsed(machineVerifyRequest, { machineId, x });
    return {
      subject: { kind: 'machine', id: request.machineId },
      ask: async (engine, call) => {
        const { key } = await engine.machineVerify(request, call);
        return { key };
      },
    };
  },
};
