// Original file: proto/countersign/admin/v1/admin.proto

import type { Policy as _countersign_admin_v1_Policy, Policy__Output as _countersign_admin_v1_Policy__Output } from '../../../countersign/admin/v1/Policy';

export interface ListPoliciesReply {
  'policies'?: (_countersign_admin_v1_Policy)[];
  'nextBefore'?: (number);
}

export interface ListPoliciesReply__Output {
  'policies': (_countersign_admin_v1_Policy__Output)[];
  'nextBefore': (number);
}
