// Original file: proto/countersign/admin/v1/admin.proto

import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from '../../../countersign/admin/v1/Cause';

export interface CreateUserRequest {
  'cause'?: (_countersign_admin_v1_Cause | null);
  'uid'?: (string);
  'role'?: (string);
  'hashedUsername'?: (string);
  'hashedPassword'?: (string);
  'tier'?: (string);
}

export interface CreateUserRequest__Output {
  'cause': (_countersign_admin_v1_Cause__Output | null);
  'uid': (string);
  'role': (string);
  'hashedUsername': (string);
  'hashedPassword': (string);
  'tier': (string);
}
