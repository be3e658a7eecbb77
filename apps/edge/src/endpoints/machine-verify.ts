import { machineVerifyRequest, parsed } from '@countersign/policy';
import { membersOf, type Question } from '../question';

/** `{ machine_id, x }` → `{ key }` */
export const machineVerify: Question = {
  path: '/machine_verify',
  answer: async ({ payload }, engine, call) => {
    const { machine_id: machineId, x } = membersOf(payload);
    const { key } = await engine.machineVerify(parsed(machineVerifyRequest, { machineId, x }), call);
    return { key };
  },
};
