// Original file: proto/countersign/callback/v1/callback.proto

import type { Answer as _countersign_callback_v1_Answer, Answer__Output as _countersign_callback_v1_Answer__Output } from '../../../countersign/callback/v1/Answer';

export interface AnswerBatch {
  'answers'?: (_countersign_callback_v1_Answer)[];
  'draining'?: (boolean);
}

export interface AnswerBatch__Output {
  'answers': (_countersign_callback_v1_Answer__Output)[];
  'draining': (boolean);
}
