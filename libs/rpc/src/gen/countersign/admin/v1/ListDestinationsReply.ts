// Original file: proto/countersign/admin/v1/admin.proto

import type { UserDestination as _countersign_admin_v1_UserDestination, UserDestination__Output as _countersign_admin_v1_UserDestination__Output } from '../../../countersign/admin/v1/UserDestination';

export interface ListDestinationsReply {
  'destinations'?: (_countersign_admin_v1_UserDestination)[];
  'revision'?: (number);
}

export interface ListDestinationsReply__Output {
  'destinations': (_countersign_admin_v1_UserDestination__Output)[];
  'revision': (number);
}
