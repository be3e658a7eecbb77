// Original file: proto/countersign/admin/v1/admin.proto

import type { Permit as _countersign_admin_v1_Permit, Permit__Output as _countersign_admin_v1_Permit__Output } from '../../../countersign/admin/v1/Permit';

export interface ListPermitsReply {
  'permits'?: (_countersign_admin_v1_Permit)[];
}

export interface ListPermitsReply__Output {
  'permits': (_countersign_admin_v1_Permit__Output)[];
}
