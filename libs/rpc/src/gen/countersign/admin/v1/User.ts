// Original file: proto/countersign/admin/v1/admin.proto

import type { ChainAmount as _countersign_admin_v1_ChainAmount, ChainAmount__Output as _countersign_admin_v1_ChainAmount__Output } from '../../../countersign/admin/v1/ChainAmount';
import type { UserDestination as _countersign_admin_v1_UserDestination, UserDestination__Output as _countersign_admin_v1_UserDestination__Output } from '../../../countersign/admin/v1/UserDestination';
import type { Balance as _countersign_admin_v1_Balance, Balance__Output as _countersign_admin_v1_Balance__Output } from '../../../countersign/admin/v1/Balance';
import type { Permit as _countersign_admin_v1_Permit, Permit__Output as _countersign_admin_v1_Permit__Output } from '../../../countersign/admin/v1/Permit';

export interface User {
  'uid'?: (string);
  'role'?: (string);
  'status'?: (string);
  'frozen'?: (boolean);
  'hasCredentials'?: (boolean);
  'limits'?: (_countersign_admin_v1_ChainAmount)[];
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
  'limits': (_countersign_admin_v1_ChainAmount__Output)[];
  'destinations': (_countersign_admin_v1_UserDestination__Output)[];
  'balances': (_countersign_admin_v1_Balance__Output)[];
  'permits': (_countersign_admin_v1_Permit__Output)[];
  'revision': (number);
}
