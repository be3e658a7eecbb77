// Original file: proto/countersign/admin/v1/admin.proto

import type { PolicyChange as _countersign_admin_v1_PolicyChange, PolicyChange__Output as _countersign_admin_v1_PolicyChange__Output } from '../../../countersign/admin/v1/PolicyChange';
import type { Approval as _countersign_admin_v1_Approval, Approval__Output as _countersign_admin_v1_Approval__Output } from '../../../countersign/admin/v1/Approval';

export interface ProposedChange {
  'changeId'?: (string);
  'change'?: (_countersign_admin_v1_PolicyChange | null);
  'status'?: (string);
  'proposedBy'?: (string);
  'reason'?: (string);
  'proposedAtMs'?: (number | string);
  'dueAtMs'?: (number | string);
  'expiresAtMs'?: (number | string);
  'needsApproval'?: (boolean);
  'approvals'?: (_countersign_admin_v1_Approval)[];
  'rejection'?: (_countersign_admin_v1_Approval | null);
  'loosenings'?: (string)[];
  'effect'?: (string);
  'appliedAtMs'?: (number | string);
  'appliedRevision'?: (number);
  'failure'?: (string);
  'revision'?: (number);
}

export interface ProposedChange__Output {
  'changeId': (string);
  'change': (_countersign_admin_v1_PolicyChange__Output | null);
  'status': (string);
  'proposedBy': (string);
  'reason': (string);
  'proposedAtMs': (number);
  'dueAtMs': (number);
  'expiresAtMs': (number);
  'needsApproval': (boolean);
  'approvals': (_countersign_admin_v1_Approval__Output)[];
  'rejection': (_countersign_admin_v1_Approval__Output | null);
  'loosenings': (string)[];
  'effect': (string);
  'appliedAtMs': (number);
  'appliedRevision': (number);
  'failure': (string);
  'revision': (number);
}
