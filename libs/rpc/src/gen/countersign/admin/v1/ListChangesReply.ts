// Original file: proto/countersign/admin/v1/admin.proto

import type { ProposedChange as _countersign_admin_v1_ProposedChange, ProposedChange__Output as _countersign_admin_v1_ProposedChange__Output } from '../../../countersign/admin/v1/ProposedChange';

export interface ListChangesReply {
  'changes'?: (_countersign_admin_v1_ProposedChange)[];
  'nextAfter'?: (string);
}

export interface ListChangesReply__Output {
  'changes': (_countersign_admin_v1_ProposedChange__Output)[];
  'nextAfter': (string);
}
