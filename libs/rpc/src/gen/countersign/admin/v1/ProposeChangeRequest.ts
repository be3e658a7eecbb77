// Original file: proto/countersign/admin/v1/admin.proto

import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from '../../../countersign/admin/v1/Cause';
import type { PolicyChange as _countersign_admin_v1_PolicyChange, PolicyChange__Output as _countersign_admin_v1_PolicyChange__Output } from '../../../countersign/admin/v1/PolicyChange';

export interface ProposeChangeRequest {
  'cause'?: (_countersign_admin_v1_Cause | null);
  'change'?: (_countersign_admin_v1_PolicyChange | null);
}

export interface ProposeChangeRequest__Output {
  'cause': (_countersign_admin_v1_Cause__Output | null);
  'change': (_countersign_admin_v1_PolicyChange__Output | null);
}
