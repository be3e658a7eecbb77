// Original file: proto/countersign/admin/v1/admin.proto

import type { Notification as _countersign_admin_v1_Notification, Notification__Output as _countersign_admin_v1_Notification__Output } from '../../../countersign/admin/v1/Notification';

export interface ListNotificationsReply {
  'notifications'?: (_countersign_admin_v1_Notification)[];
  'nextAfter'?: (string);
}

export interface ListNotificationsReply__Output {
  'notifications': (_countersign_admin_v1_Notification__Output)[];
  'nextAfter': (string);
}
