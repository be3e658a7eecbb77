// Original file: proto/countersign/admin/v1/admin.proto

import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from '../../../countersign/admin/v1/Cause';

export interface UpdateUserRequest {
  'cause'?: (_countersign_admin_v1_Cause | null);
  'uid'?: (string);
  'role'?: (string);
  'status'?: (string);
  'tier'?: (string);
  'noTier'?: (boolean);
}

export interface UpdateUserRequest__Output {
  'cause': (_countersign_admin_v1_Cause__Output | null);
  'uid': (string);
  'role': (string);
  'status': (string);
  'tier': (string);
  'noTier': (boolean);
}
