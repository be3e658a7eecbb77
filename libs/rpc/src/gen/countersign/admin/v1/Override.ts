// Original file: proto/countersign/admin/v1/admin.proto

import type { Limit as _countersign_admin_v1_Limit, Limit__Output as _countersign_admin_v1_Limit__Output } from '../../../countersign/admin/v1/Limit';

export interface Override {
  'chainId'?: (string);
  'limit'?: (_countersign_admin_v1_Limit | null);
  'expiresAtMs'?: (number | string);
}

export interface Override__Output {
  'chainId': (string);
  'limit': (_countersign_admin_v1_Limit__Output | null);
  'expiresAtMs': (number);
}
