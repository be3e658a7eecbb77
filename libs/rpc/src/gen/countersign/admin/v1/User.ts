// Original file: proto/countersign/admin/v1/admin.proto

import type { ChainLimits as _countersign_admin_v1_ChainLimits, ChainLimits__Output as _countersign_admin_v1_ChainLimits__Output } from '../../../countersign/admin/v1/ChainLimits';
import type { Override as _countersign_admin_v1_Override, Override__Output as _countersign_admin_v1_Override__Output } from '../../../countersign/admin/v1/Override';
import type { UserDestination as _countersign_admin_v1_UserDestination, UserDestination__Output as _countersign_admin_v1_UserDestination__Output } from '../../../countersign/admin/v1/UserDestination';
import type { Balance as _countersign_admin_v1_Balance, Balance__Output as _countersign_admin_v1_Balance__Output } from '../../../countersign/admin/v1/Balance';
import type { Permit as _countersign_admin_v1_Permit, Permit__Output as _countersign_admin_v1_Permit__Output } from '../../../countersign/admin/v1/Permit';

export interface User {
  'uid'?: (string);
  'role'?: (string);
  'status'?: (string);
  'frozen'?: (boolean);
  'hasCredentials'?: (boolean);
  'tier'?: (string);
  'limits'?: (_countersign_admin_v1_ChainLimits)[];
  'overrides'?: (_countersign_admin_v1_Override)[];
  'destinations'?: (_countersign_admin_v1_UserDestination)[];
  'balances'?: (_countersign_admin_v1_Balance)[];
  'permits'?: (_countersign_admin_v1_Permit)[];
  'revision'?: (number);
}

export interface User__Output {
  'uid': (string);
  'role': (string);
  'status': (string);
  'frozen': (boolean);
  'hasCredentials': (boolean);
  'tier': (string);
  'limits': (_countersign_admin_v1_ChainLimits__Output)[];
  'overrides': (_countersign_admin_v1_Override__Output)[];
  'destinations': (_countersign_admin_v1_UserDestination__Output)[];
  'balances': (_countersign_admin_v1_Balance__Output)[];
  'permits': (_countersign_admin_v1_Permit__Output)[];
  'revision': (number);
}
