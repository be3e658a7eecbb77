// Original file: proto/countersign/admin/v1/admin.proto

import type { User as _countersign_admin_v1_User, User__Output as _countersign_admin_v1_User__Output } from '../../../countersign/admin/v1/User';

export interface ListUsersReply {
  'users'?: (_countersign_admin_v1_User)[];
  'nextAfter'?: (string);
}

export interface ListUsersReply__Output {
  'users': (_countersign_admin_v1_User__Output)[];
  'nextAfter': (string);
}
