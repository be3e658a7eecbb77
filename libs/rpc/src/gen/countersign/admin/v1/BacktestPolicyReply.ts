// Original file: proto/countersign/admin/v1/admin.proto

import type { BacktestDifference as _countersign_admin_v1_BacktestDifference, BacktestDifference__Output as _countersign_admin_v1_BacktestDifference__Output } from '../../../countersign/admin/v1/BacktestDifference';

export interface BacktestPolicyReply {
  'differences'?: (_countersign_admin_v1_BacktestDifference)[];
  'users'?: (number);
  'decisions'?: (number);
  'nextAfter'?: (string);
  'untold'?: (number);
  'unusable'?: (string)[];
  'notReplayed'?: (string)[];
}

export interface BacktestPolicyReply__Output {
  'differences': (_countersign_admin_v1_BacktestDifference__Output)[];
  'users': (number);
  'decisions': (number);
  'nextAfter': (string);
  'untold': (number);
  'unusable': (string)[];
  'notReplayed': (string)[];
}
