// Original file: proto/countersign/callback/v1/callback.proto

import type { Call as _countersign_callback_v1_Call, Call__Output as _countersign_callback_v1_Call__Output } from '../../../countersign/callback/v1/Call';

export interface CallBatch {
  'calls'?: (_countersign_callback_v1_Call)[];
}

export interface CallBatch__Output {
  'calls': (_countersign_callback_v1_Call__Output)[];
}
