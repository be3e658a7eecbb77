// Original file: proto/countersign/callback/v1/callback.proto

import type { Fault as _countersign_fault_v1_Fault, Fault__Output as _countersign_fault_v1_Fault__Output } from '../../../countersign/fault/v1/Fault';
import type { UserVerifyReply as _countersign_callback_v1_UserVerifyReply, UserVerifyReply__Output as _countersign_callback_v1_UserVerifyReply__Output } from '../../../countersign/callback/v1/UserVerifyReply';
import type { MachineVerifyReply as _countersign_callback_v1_MachineVerifyReply, MachineVerifyReply__Output as _countersign_callback_v1_MachineVerifyReply__Output } from '../../../countersign/callback/v1/MachineVerifyReply';
import type { ReadReply as _countersign_callback_v1_ReadReply, ReadReply__Output as _countersign_callback_v1_ReadReply__Output } from '../../../countersign/callback/v1/ReadReply';
import type { UpdateReply as _countersign_callback_v1_UpdateReply, UpdateReply__Output as _countersign_callback_v1_UpdateReply__Output } from '../../../countersign/callback/v1/UpdateReply';

export interface Answer {
  'id'?: (number);
  'fault'?: (_countersign_fault_v1_Fault | null);
  'userVerify'?: (_countersign_callback_v1_UserVerifyReply | null);
  'machineVerify'?: (_countersign_callback_v1_MachineVerifyReply | null);
  'read'?: (_countersign_callback_v1_ReadReply | null);
  'update'?: (_countersign_callback_v1_UpdateReply | null);
  'result'?: "fault"|"userVerify"|"machineVerify"|"read"|"update";
}

export interface Answer__Output {
  'id': (number);
  'fault'?: (_countersign_fault_v1_Fault__Output | null);
  'userVerify'?: (_countersign_callback_v1_UserVerifyReply__Output | null);
  'machineVerify'?: (_countersign_callback_v1_MachineVerifyReply__Output | null);
  'read'?: (_countersign_callback_v1_ReadReply__Output | null);
  'update'?: (_countersign_callback_v1_UpdateReply__Output | null);
  'result'?: "fault"|"userVerify"|"machineVerify"|"read"|"update";
}
