// Original file: proto/countersign/admin/v1/admin.proto

import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from '../../../countersign/admin/v1/Cause';

export interface ChangeSettingsRequest {
  'cause'?: (_countersign_admin_v1_Cause | null);
  'balanceMaxAgeMs'?: (number | string);
  'coolingOffMs'?: (number | string);
  'rearmMs'?: (number | string);
  'suspectAfterMs'?: (number | string);
  'loosening'?: (string);
  'looseningDelayMs'?: (number | string);
  'approvalLifetimeMs'?: (number | string);
  '_balanceMaxAgeMs'?: "balanceMaxAgeMs";
  '_coolingOffMs'?: "coolingOffMs";
  '_rearmMs'?: "rearmMs";
  '_suspectAfterMs'?: "suspectAfterMs";
  '_looseningDelayMs'?: "looseningDelayMs";
  '_approvalLifetimeMs'?: "approvalLifetimeMs";
}

export interface ChangeSettingsRequest__Output {
  'cause': (_countersign_admin_v1_Cause__Output | null);
  'balanceMaxAgeMs'?: (number);
  'coolingOffMs'?: (number);
  'rearmMs'?: (number);
  'suspectAfterMs'?: (number);
  'loosening': (string);
  'looseningDelayMs'?: (number);
  'approvalLifetimeMs'?: (number);
  '_balanceMaxAgeMs'?: "balanceMaxAgeMs";
  '_coolingOffMs'?: "coolingOffMs";
  '_rearmMs'?: "rearmMs";
  '_suspectAfterMs'?: "suspectAfterMs";
  '_looseningDelayMs'?: "looseningDelayMs";
  '_approvalLifetimeMs'?: "approvalLifetimeMs";
}
