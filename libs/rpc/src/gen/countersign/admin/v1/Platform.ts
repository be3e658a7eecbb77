// Original file: proto/countersign/admin/v1/admin.proto

import type { Chain as _countersign_admin_v1_Chain, Chain__Output as _countersign_admin_v1_Chain__Output } from '../../../countersign/admin/v1/Chain';
import type { Settings as _countersign_admin_v1_Settings, Settings__Output as _countersign_admin_v1_Settings__Output } from '../../../countersign/admin/v1/Settings';

export interface Platform {
  'frozen'?: (boolean);
  'chains'?: (_countersign_admin_v1_Chain)[];
  'settings'?: (_countersign_admin_v1_Settings | null);
  'revision'?: (number);
}

export interface Platform__Output {
  'frozen': (boolean);
  'chains': (_countersign_admin_v1_Chain__Output)[];
  'settings': (_countersign_admin_v1_Settings__Output | null);
  'revision': (number);
}
