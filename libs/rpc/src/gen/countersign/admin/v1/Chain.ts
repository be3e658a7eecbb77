// Original file: proto/countersign/admin/v1/admin.proto

import type { Limit as _countersign_admin_v1_Limit, Limit__Output as _countersign_admin_v1_Limit__Output } from '../../../countersign/admin/v1/Limit';

export interface Chain {
  'chainId'?: (string);
  'family'?: (string);
  'frozen'?: (boolean);
  'limits'?: (_countersign_admin_v1_Limit)[];
}

export interface Chain__Output {
  'chainId': (string);
  'family': (string);
  'frozen': (boolean);
  'limits': (_countersign_admin_v1_Limit__Output)[];
}
