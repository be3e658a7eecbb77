import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Answer as _countersign_callback_v1_Answer, Answer__Output as _countersign_callback_v1_Answer__Output } from './countersign/callback/v1/Answer';
import type { AnswerBatch as _countersign_callback_v1_AnswerBatch, AnswerBatch__Output as _countersign_callback_v1_AnswerBatch__Output } from './countersign/callback/v1/AnswerBatch';
import type { Call as _countersign_callback_v1_Call, Call__Output as _countersign_callback_v1_Call__Output } from './countersign/callback/v1/Call';
import type { CallBatch as _countersign_callback_v1_CallBatch, CallBatch__Output as _countersign_callback_v1_CallBatch__Output } from './countersign/callback/v1/CallBatch';
import type { CallbackClient as _countersign_callback_v1_CallbackClient, CallbackDefinition as _countersign_callback_v1_CallbackDefinition } from './countersign/callback/v1/Callback';
import type { Cancel as _countersign_callback_v1_Cancel, Cancel__Output as _countersign_callback_v1_Cancel__Output } from './countersign/callback/v1/Cancel';
import type { ChainLimit as _countersign_callback_v1_ChainLimit, ChainLimit__Output as _countersign_callback_v1_ChainLimit__Output } from './countersign/callback/v1/ChainLimit';
import type { Destination as _countersign_callback_v1_Destination, Destination__Output as _countersign_callback_v1_Destination__Output } from './countersign/callback/v1/Destination';
import type { MachineVerifyReply as _countersign_callback_v1_MachineVerifyReply, MachineVerifyReply__Output as _countersign_callback_v1_MachineVerifyReply__Output } from './countersign/callback/v1/MachineVerifyReply';
import type { MachineVerifyRequest as _countersign_callback_v1_MachineVerifyRequest, MachineVerifyRequest__Output as _countersign_callback_v1_MachineVerifyRequest__Output } from './countersign/callback/v1/MachineVerifyRequest';
import type { ReadReply as _countersign_callback_v1_ReadReply, ReadReply__Output as _countersign_callback_v1_ReadReply__Output } from './countersign/callback/v1/ReadReply';
import type { ReadRequest as _countersign_callback_v1_ReadRequest, ReadRequest__Output as _countersign_callback_v1_ReadRequest__Output } from './countersign/callback/v1/ReadRequest';
import type { UpdateReply as _countersign_callback_v1_UpdateReply, UpdateReply__Output as _countersign_callback_v1_UpdateReply__Output } from './countersign/callback/v1/UpdateReply';
import type { UpdateRequest as _countersign_callback_v1_UpdateRequest, UpdateRequest__Output as _countersign_callback_v1_UpdateRequest__Output } from './countersign/callback/v1/UpdateRequest';
import type { UserVerifyReply as _countersign_callback_v1_UserVerifyReply, UserVerifyReply__Output as _countersign_callback_v1_UserVerifyReply__Output } from './countersign/callback/v1/UserVerifyReply';
import type { UserVerifyRequest as _countersign_callback_v1_UserVerifyRequest, UserVerifyRequest__Output as _countersign_callback_v1_UserVerifyRequest__Output } from './countersign/callback/v1/UserVerifyRequest';
import type { Fault as _countersign_fault_v1_Fault, Fault__Output as _countersign_fault_v1_Fault__Output } from './countersign/fault/v1/Fault';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  countersign: {
    callback: {
      v1: {
        Answer: MessageTypeDefinition<_countersign_callback_v1_Answer, _countersign_callback_v1_Answer__Output>
        AnswerBatch: MessageTypeDefinition<_countersign_callback_v1_AnswerBatch, _countersign_callback_v1_AnswerBatch__Output>
        Call: MessageTypeDefinition<_countersign_callback_v1_Call, _countersign_callback_v1_Call__Output>
        CallBatch: MessageTypeDefinition<_countersign_callback_v1_CallBatch, _countersign_callback_v1_CallBatch__Output>
        Callback: SubtypeConstructor<typeof grpc.Client, _countersign_callback_v1_CallbackClient> & { service: _countersign_callback_v1_CallbackDefinition }
        Cancel: MessageTypeDefinition<_countersign_callback_v1_Cancel, _countersign_callback_v1_Cancel__Output>
        ChainLimit: MessageTypeDefinition<_countersign_callback_v1_ChainLimit, _countersign_callback_v1_ChainLimit__Output>
        Destination: MessageTypeDefinition<_countersign_callback_v1_Destination, _countersign_callback_v1_Destination__Output>
        MachineVerifyReply: MessageTypeDefinition<_countersign_callback_v1_MachineVerifyReply, _countersign_callback_v1_MachineVerifyReply__Output>
        MachineVerifyRequest: MessageTypeDefinition<_countersign_callback_v1_MachineVerifyRequest, _countersign_callback_v1_MachineVerifyRequest__Output>
        ReadReply: MessageTypeDefinition<_countersign_callback_v1_ReadReply, _countersign_callback_v1_ReadReply__Output>
        ReadRequest: MessageTypeDefinition<_countersign_callback_v1_ReadRequest, _countersign_callback_v1_ReadRequest__Output>
        UpdateReply: MessageTypeDefinition<_countersign_callback_v1_UpdateReply, _countersign_callback_v1_UpdateReply__Output>
        UpdateRequest: MessageTypeDefinition<_countersign_callback_v1_UpdateRequest, _countersign_callback_v1_UpdateRequest__Output>
        UserVerifyReply: MessageTypeDefinition<_countersign_callback_v1_UserVerifyReply, _countersign_callback_v1_UserVerifyReply__Output>
        UserVerifyRequest: MessageTypeDefinition<_countersign_callback_v1_UserVerifyRequest, _countersign_callback_v1_UserVerifyRequest__Output>
      }
    }
    fault: {
      v1: {
        Fault: MessageTypeDefinition<_countersign_fault_v1_Fault, _countersign_fault_v1_Fault__Output>
      }
    }
  }
}

