// Original file: proto/countersign/admin/v1/admin.proto

import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from '../../../countersign/admin/v1/Cause';

export interface CreateTierRequest {
  'cause'?: (_countersign_admin_v1_Cause | null);
  'tierId'?: (string);
  'mode'?: (string);
  'coolingOffMs'?: (number | string);
  'rearmMs'?: (number | string);
  '_coolingOffMs'?: "coolingOffMs";
  '_rearmMs'?: "rearmMs";
}

export interface CreateTierRequest__Output {
  'cause': (_countersign_admin_v1_Cause__Output | null);
  'tierId': (string);
  'mode': (string);
  'coolingOffMs'?: (number);
  'rearmMs'?: (number);
  '_coolingOffMs'?: "coolingOffMs";
  '_rearmMs'?: "rearmMs";
}
