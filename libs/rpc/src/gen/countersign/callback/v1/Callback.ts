// Original file: proto/countersign/callback/v1/callback.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AnswerBatch as _countersign_callback_v1_AnswerBatch, AnswerBatch__Output as _countersign_callback_v1_AnswerBatch__Output } from '../../../countersign/callback/v1/AnswerBatch';
import type { CallBatch as _countersign_callback_v1_CallBatch, CallBatch__Output as _countersign_callback_v1_CallBatch__Output } from '../../../countersign/callback/v1/CallBatch';
import type { MachineVerifyReply as _countersign_callback_v1_MachineVerifyReply, MachineVerifyReply__Output as _countersign_callback_v1_MachineVerifyReply__Output } from '../../../countersign/callback/v1/MachineVerifyReply';
import type { MachineVerifyRequest as _countersign_callback_v1_MachineVerifyRequest, MachineVerifyRequest__Output as _countersign_callback_v1_MachineVerifyRequest__Output } from '../../../countersign/callback/v1/MachineVerifyRequest';
import type { ReadReply as _countersign_callback_v1_ReadReply, ReadReply__Output as _countersign_callback_v1_ReadReply__Output } from '../../../countersign/callback/v1/ReadReply';
import type { ReadRequest as _countersign_callback_v1_ReadRequest, ReadRequest__Output as _countersign_callback_v1_ReadRequest__Output } from '../../../countersign/callback/v1/ReadRequest';
import type { UpdateReply as _countersign_callback_v1_UpdateReply, UpdateReply__Output as _countersign_callback_v1_UpdateReply__Output } from '../../../countersign/callback/v1/UpdateReply';
import type { UpdateRequest as _countersign_callback_v1_UpdateRequest, UpdateRequest__Output as _countersign_callback_v1_UpdateRequest__Output } from '../../../countersign/callback/v1/UpdateRequest';
import type { UserVerifyReply as _countersign_callback_v1_UserVerifyReply, UserVerifyReply__Output as _countersign_callback_v1_UserVerifyReply__Output } from '../../../countersign/callback/v1/UserVerifyReply';
import type { UserVerifyRequest as _countersign_callback_v1_UserVerifyRequest, UserVerifyRequest__Output as _countersign_callback_v1_UserVerifyRequest__Output } from '../../../countersign/callback/v1/UserVerifyRequest';

export interface CallbackClient extends grpc.Client {
  Converse(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_countersign_callback_v1_CallBatch, _countersign_callback_v1_AnswerBatch__Output>;
  Converse(options?: grpc.CallOptions): grpc.ClientDuplexStream<_countersign_callback_v1_CallBatch, _countersign_callback_v1_AnswerBatch__Output>;
  converse(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_countersign_callback_v1_CallBatch, _countersign_callback_v1_AnswerBatch__Output>;
  converse(options?: grpc.CallOptions): grpc.ClientDuplexStream<_countersign_callback_v1_CallBatch, _countersign_callback_v1_AnswerBatch__Output>;
  
  MachineVerify(argument: _countersign_callback_v1_MachineVerifyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_MachineVerifyReply__Output>): grpc.ClientUnaryCall;
  MachineVerify(argument: _countersign_callback_v1_MachineVerifyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_callback_v1_MachineVerifyReply__Output>): grpc.ClientUnaryCall;
  MachineVerify(argument: _countersign_callback_v1_MachineVerifyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_MachineVerifyReply__Output>): grpc.ClientUnaryCall;
  MachineVerify(argument: _countersign_callback_v1_MachineVerifyRequest, callback: grpc.requestCallback<_countersign_callback_v1_MachineVerifyReply__Output>): grpc.ClientUnaryCall;
  machineVerify(argument: _countersign_callback_v1_MachineVerifyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_MachineVerifyReply__Output>): grpc.ClientUnaryCall;
  machineVerify(argument: _countersign_callback_v1_MachineVerifyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_callback_v1_MachineVerifyReply__Output>): grpc.ClientUnaryCall;
  machineVerify(argument: _countersign_callback_v1_MachineVerifyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_MachineVerifyReply__Output>): grpc.ClientUnaryCall;
  machineVerify(argument: _countersign_callback_v1_MachineVerifyRequest, callback: grpc.requestCallback<_countersign_callback_v1_MachineVerifyReply__Output>): grpc.ClientUnaryCall;
  
  Read(argument: _countersign_callback_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_ReadReply__Output>): grpc.ClientUnaryCall;
  Read(argument: _countersign_callback_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_callback_v1_ReadReply__Output>): grpc.ClientUnaryCall;
  Read(argument: _countersign_callback_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_ReadReply__Output>): grpc.ClientUnaryCall;
  Read(argument: _countersign_callback_v1_ReadRequest, callback: grpc.requestCallback<_countersign_callback_v1_ReadReply__Output>): grpc.ClientUnaryCall;
  read(argument: _countersign_callback_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_ReadReply__Output>): grpc.ClientUnaryCall;
  read(argument: _countersign_callback_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_callback_v1_ReadReply__Output>): grpc.ClientUnaryCall;
  read(argument: _countersign_callback_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_ReadReply__Output>): grpc.ClientUnaryCall;
  read(argument: _countersign_callback_v1_ReadRequest, callback: grpc.requestCallback<_countersign_callback_v1_ReadReply__Output>): grpc.ClientUnaryCall;
  
  Update(argument: _countersign_callback_v1_UpdateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_UpdateReply__Output>): grpc.ClientUnaryCall;
  Update(argument: _countersign_callback_v1_UpdateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_callback_v1_UpdateReply__Output>): grpc.ClientUnaryCall;
  Update(argument: _countersign_callback_v1_UpdateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_UpdateReply__Output>): grpc.ClientUnaryCall;
  Update(argument: _countersign_callback_v1_UpdateRequest, callback: grpc.requestCallback<_countersign_callback_v1_UpdateReply__Output>): grpc.ClientUnaryCall;
  update(argument: _countersign_callback_v1_UpdateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_UpdateReply__Output>): grpc.ClientUnaryCall;
  update(argument: _countersign_callback_v1_UpdateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_callback_v1_UpdateReply__Output>): grpc.ClientUnaryCall;
  update(argument: _countersign_callback_v1_UpdateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_UpdateReply__Output>): grpc.ClientUnaryCall;
  update(argument: _countersign_callback_v1_UpdateRequest, callback: grpc.requestCallback<_countersign_callback_v1_UpdateReply__Output>): grpc.ClientUnaryCall;
  
  UserVerify(argument: _countersign_callback_v1_UserVerifyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_UserVerifyReply__Output>): grpc.ClientUnaryCall;
  UserVerify(argument: _countersign_callback_v1_UserVerifyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_callback_v1_UserVerifyReply__Output>): grpc.ClientUnaryCall;
  UserVerify(argument: _countersign_callback_v1_UserVerifyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_UserVerifyReply__Output>): grpc.ClientUnaryCall;
  UserVerify(argument: _countersign_callback_v1_UserVerifyRequest, callback: grpc.requestCallback<_countersign_callback_v1_UserVerifyReply__Output>): grpc.ClientUnaryCall;
  userVerify(argument: _countersign_callback_v1_UserVerifyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_UserVerifyReply__Output>): grpc.ClientUnaryCall;
  userVerify(argument: _countersign_callback_v1_UserVerifyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_callback_v1_UserVerifyReply__Output>): grpc.ClientUnaryCall;
  userVerify(argument: _countersign_callback_v1_UserVerifyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_callback_v1_UserVerifyReply__Output>): grpc.ClientUnaryCall;
  userVerify(argument: _countersign_callback_v1_UserVerifyRequest, callback: grpc.requestCallback<_countersign_callback_v1_UserVerifyReply__Output>): grpc.ClientUnaryCall;
  
}

export interface CallbackHandlers extends grpc.UntypedServiceImplementation {
  Converse: grpc.handleBidiStreamingCall<_countersign_callback_v1_CallBatch__Output, _countersign_callback_v1_AnswerBatch>;
  
  MachineVerify: grpc.handleUnaryCall<_countersign_callback_v1_MachineVerifyRequest__Output, _countersign_callback_v1_MachineVerifyReply>;
  
  Read: grpc.handleUnaryCall<_countersign_callback_v1_ReadRequest__Output, _countersign_callback_v1_ReadReply>;
  
  Update: grpc.handleUnaryCall<_countersign_callback_v1_UpdateRequest__Output, _countersign_callback_v1_UpdateReply>;
  
  UserVerify: grpc.handleUnaryCall<_countersign_callback_v1_UserVerifyRequest__Output, _countersign_callback_v1_UserVerifyReply>;
  
}

export interface CallbackDefinition extends grpc.ServiceDefinition {
  Converse: MethodDefinition<_countersign_callback_v1_CallBatch, _countersign_callback_v1_AnswerBatch, _countersign_callback_v1_CallBatch__Output, _countersign_callback_v1_AnswerBatch__Output>
  MachineVerify: MethodDefinition<_countersign_callback_v1_MachineVerifyRequest, _countersign_callback_v1_MachineVerifyReply, _countersign_callback_v1_MachineVerifyRequest__Output, _countersign_callback_v1_MachineVerifyReply__Output>
  Read: MethodDefinition<_countersign_callback_v1_ReadRequest, _countersign_callback_v1_ReadReply, _countersign_callback_v1_ReadRequest__Output, _countersign_callback_v1_ReadReply__Output>
  Update: MethodDefinition<_countersign_callback_v1_UpdateRequest, _countersign_callback_v1_UpdateReply, _countersign_callback_v1_UpdateRequest__Output, _countersign_callback_v1_UpdateReply__Output>
  UserVerify: MethodDefinition<_countersign_callback_v1_UserVerifyRequest, _countersign_callback_v1_UserVerifyReply, _countersign_callback_v1_UserVerifyRequest__Output, _countersign_callback_v1_UserVerifyReply__Output>
}
