// Original file: proto/countersign/admin/v1/admin.proto

import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from '../../../countersign/admin/v1/Cause';

export interface RegisterPermitRequest {
  'cause'?: (_countersign_admin_v1_Cause | null);
  'uid'?: (string);
  'kind'?: (string);
  'chainId'?: (string);
  'amount'?: (string);
  'address'?: (string);
  'lifetimeMs'?: (number);
  'tag'?: (string);
}

export interface RegisterPermitRequest__Output {
  'cause': (_countersign_admin_v1_Cause__Output | null);
  'uid': (string);
  'kind': (string);
  'chainId': (string);
  'amount': (string);
  'address': (string);
  'lifetimeMs': (number);
  'tag': (string);
}
