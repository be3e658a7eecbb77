// Original file: proto/countersign/admin/v1/admin.proto

import type { Limit as _countersign_admin_v1_Limit, Limit__Output as _countersign_admin_v1_Limit__Output } from '../../../countersign/admin/v1/Limit';
import type { LayerValue as _countersign_admin_v1_LayerValue, LayerValue__Output as _countersign_admin_v1_LayerValue__Output } from '../../../countersign/admin/v1/LayerValue';

export interface EffectiveLimit {
  'chainId'?: (string);
  'key'?: (string);
  'layer'?: (string);
  'limit'?: (_countersign_admin_v1_Limit | null);
  'values'?: (_countersign_admin_v1_LayerValue)[];
}

export interface EffectiveLimit__Output {
  'chainId': (string);
  'key': (string);
  'layer': (string);
  'limit': (_countersign_admin_v1_Limit__Output | null);
  'values': (_countersign_admin_v1_LayerValue__Output)[];
}
