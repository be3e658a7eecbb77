// Original file: proto/countersign/admin/v1/admin.proto

import type { Machine as _countersign_admin_v1_Machine, Machine__Output as _countersign_admin_v1_Machine__Output } from '../../../countersign/admin/v1/Machine';

export interface ListMachinesReply {
  'machines'?: (_countersign_admin_v1_Machine)[];
  'nextAfter'?: (string);
}

export interface ListMachinesReply__Output {
  'machines': (_countersign_admin_v1_Machine__Output)[];
  'nextAfter': (string);
}
