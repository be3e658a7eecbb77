// Original file: proto/countersign/admin/v1/admin.proto

import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from '../../../countersign/admin/v1/Cause';
import type { Limit as _countersign_admin_v1_Limit, Limit__Output as _countersign_admin_v1_Limit__Output } from '../../../countersign/admin/v1/Limit';

export interface OverrideLimitRequest {
  'cause'?: (_countersign_admin_v1_Cause | null);
  'uid'?: (string);
  'chainId'?: (string);
  'limit'?: (_countersign_admin_v1_Limit | null);
  'expiresAtMs'?: (number | string);
}

export interface OverrideLimitRequest__Output {
  'cause': (_countersign_admin_v1_Cause__Output | null);
  'uid': (string);
  'chainId': (string);
  'limit': (_countersign_admin_v1_Limit__Output | null);
  'expiresAtMs': (number);
}
