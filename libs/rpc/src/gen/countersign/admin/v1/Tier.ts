// Original file: proto/countersign/admin/v1/admin.proto

import type { ChainLimits as _countersign_admin_v1_ChainLimits, ChainLimits__Output as _countersign_admin_v1_ChainLimits__Output } from '../../../countersign/admin/v1/ChainLimits';

export interface Tier {
  'tierId'?: (string);
  'frozen'?: (boolean);
  'mode'?: (string);
  'coolingOffMs'?: (number | string);
  'rearmMs'?: (number | string);
  'limits'?: (_countersign_admin_v1_ChainLimits)[];
  'revision'?: (number);
}

export interface Tier__Output {
  'tierId': (string);
  'frozen': (boolean);
  'mode': (string);
  'coolingOffMs': (number);
  'rearmMs': (number);
  'limits': (_countersign_admin_v1_ChainLimits__Output)[];
  'revision': (number);
}
