// Original file: proto/countersign/admin/v1/admin.proto

import type { Tier as _countersign_admin_v1_Tier, Tier__Output as _countersign_admin_v1_Tier__Output } from '../../../countersign/admin/v1/Tier';

export interface ListTiersReply {
  'tiers'?: (_countersign_admin_v1_Tier)[];
  'nextAfter'?: (string);
}

export interface ListTiersReply__Output {
  'tiers': (_countersign_admin_v1_Tier__Output)[];
  'nextAfter': (string);
}
