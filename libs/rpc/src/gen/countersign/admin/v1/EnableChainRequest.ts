// Original file: proto/countersign/admin/v1/admin.proto

import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from '../../../countersign/admin/v1/Cause';
import type { Limit as _countersign_admin_v1_Limit, Limit__Output as _countersign_admin_v1_Limit__Output } from '../../../countersign/admin/v1/Limit';

export interface EnableChainRequest {
  'cause'?: (_countersign_admin_v1_Cause | null);
  'chainId'?: (string);
  'limits'?: (_countersign_admin_v1_Limit)[];
  'family'?: (string);
  'existing'?: (boolean);
}

export interface EnableChainRequest__Output {
  'cause': (_countersign_admin_v1_Cause__Output | null);
  'chainId': (string);
  'limits': (_countersign_admin_v1_Limit__Output)[];
  'family': (string);
  'existing': (boolean);
}
