// Original file: proto/countersign/admin/v1/admin.proto

import type { Decision as _countersign_admin_v1_Decision, Decision__Output as _countersign_admin_v1_Decision__Output } from '../../../countersign/admin/v1/Decision';

export interface ListDecisionsReply {
  'decisions'?: (_countersign_admin_v1_Decision)[];
  'nextAfterSeq'?: (number);
}

export interface ListDecisionsReply__Output {
  'decisions': (_countersign_admin_v1_Decision__Output)[];
  'nextAfterSeq': (number);
}
