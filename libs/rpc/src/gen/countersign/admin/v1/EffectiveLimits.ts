// Original file: proto/countersign/admin/v1/admin.proto

import type { EffectiveLimit as _countersign_admin_v1_EffectiveLimit, EffectiveLimit__Output as _countersign_admin_v1_EffectiveLimit__Output } from '../../../countersign/admin/v1/EffectiveLimit';

export interface EffectiveLimits {
  'limits'?: (_countersign_admin_v1_EffectiveLimit)[];
}

export interface EffectiveLimits__Output {
  'limits': (_countersign_admin_v1_EffectiveLimit__Output)[];
}
