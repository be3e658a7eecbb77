import type { Machine } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { machineView } from '../machine-view';
import { fitting, isLastPage, pageSize } from '../page-size';

export const listMachines =
  ({ store }: Pick<EngineDeps, 'store'>): AdminHandlers['listMachines'] =>
  async ({ uid, status, after, limit }, { deadline }) => {
    const size = pageSize(limit);
    const where = { ...(uid !== '' && { uid }), ...(status !== '' && { status }) };
    const page = await store.list<Machine>(
      'machine',
      { where, ...(after !== '' && { after }), limit: size },
      { deadline },
    );
    const machines = fitting(page.map(machineView));
    const last = isLastPage(machines.length, page.length, size);
    return { machines: [...machines], nextAfter: last ? '' : (machines.at(-1)?.machineId ?? '') };
  };
