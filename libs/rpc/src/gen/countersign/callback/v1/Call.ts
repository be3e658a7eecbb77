// Original file: proto/countersign/callback/v1/callback.proto

import type { UserVerifyRequest as _countersign_callback_v1_UserVerifyRequest, UserVerifyRequest__Output as _countersign_callback_v1_UserVerifyRequest__Output } from '../../../countersign/callback/v1/UserVerifyRequest';
import type { MachineVerifyRequest as _countersign_callback_v1_MachineVerifyRequest, MachineVerifyRequest__Output as _countersign_callback_v1_MachineVerifyRequest__Output } from '../../../countersign/callback/v1/MachineVerifyRequest';
import type { ReadRequest as _countersign_callback_v1_ReadRequest, ReadRequest__Output as _countersign_callback_v1_ReadRequest__Output } from '../../../countersign/callback/v1/ReadRequest';
import type { UpdateRequest as _countersign_callback_v1_UpdateRequest, UpdateRequest__Output as _countersign_callback_v1_UpdateRequest__Output } from '../../../countersign/callback/v1/UpdateRequest';
import type { Cancel as _countersign_callback_v1_Cancel, Cancel__Output as _countersign_callback_v1_Cancel__Output } from '../../../countersign/callback/v1/Cancel';

export interface Call {
  'id'?: (number);
  'timeoutMs'?: (number);
  'requestId'?: (string);
  'userVerify'?: (_countersign_callback_v1_UserVerifyRequest | null);
  'machineVerify'?: (_countersign_callback_v1_MachineVerifyRequest | null);
  'read'?: (_countersign_callback_v1_ReadRequest | null);
  'update'?: (_countersign_callback_v1_UpdateRequest | null);
  'cancel'?: (_countersign_callback_v1_Cancel | null);
  'request'?: "userVerify"|"machineVerify"|"read"|"update"|"cancel";
}

export interface Call__Output {
  'id': (number);
  'timeoutMs': (number);
  'requestId': (string);
  'userVerify'?: (_countersign_callback_v1_UserVerifyRequest__Output | null);
  'machineVerify'?: (_countersign_callback_v1_MachineVerifyRequest__Output | null);
  'read'?: (_countersign_callback_v1_ReadRequest__Output | null);
  'update'?: (_countersign_callback_v1_UpdateRequest__Output | null);
  'cancel'?: (_countersign_callback_v1_Cancel__Output | null);
  'request'?: "userVerify"|"machineVerify"|"read"|"update"|"cancel";
}
