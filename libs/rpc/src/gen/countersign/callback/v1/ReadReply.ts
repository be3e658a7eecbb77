// Original file: proto/countersign/callback/v1/callback.proto

import type { ChainLimit as _countersign_callback_v1_ChainLimit, ChainLimit__Output as _countersign_callback_v1_ChainLimit__Output } from '../../../countersign/callback/v1/ChainLimit';
import type { Destination as _countersign_callback_v1_Destination, Destination__Output as _countersign_callback_v1_Destination__Output } from '../../../countersign/callback/v1/Destination';

export interface ReadReply {
  'role'?: (string);
  'limits'?: (_countersign_callback_v1_ChainLimit)[];
  'destinations'?: (_countersign_callback_v1_Destination)[];
  'decisionId'?: (string);
}

export interface ReadReply__Output {
  'role': (string);
  'limits': (_countersign_callback_v1_ChainLimit__Output)[];
  'destinations': (_countersign_callback_v1_Destination__Output)[];
  'decisionId': (string);
}
