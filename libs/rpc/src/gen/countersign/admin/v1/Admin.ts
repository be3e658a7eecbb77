// Original file: proto/countersign/admin/v1/admin.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddDestinationRequest as _countersign_admin_v1_AddDestinationRequest, AddDestinationRequest__Output as _countersign_admin_v1_AddDestinationRequest__Output } from '../../../countersign/admin/v1/AddDestinationRequest';
import type { Changed as _countersign_admin_v1_Changed, Changed__Output as _countersign_admin_v1_Changed__Output } from '../../../countersign/admin/v1/Changed';
import type { CreateMachineRequest as _countersign_admin_v1_CreateMachineRequest, CreateMachineRequest__Output as _countersign_admin_v1_CreateMachineRequest__Output } from '../../../countersign/admin/v1/CreateMachineRequest';
import type { CreateUserRequest as _countersign_admin_v1_CreateUserRequest, CreateUserRequest__Output as _countersign_admin_v1_CreateUserRequest__Output } from '../../../countersign/admin/v1/CreateUserRequest';
import type { DisableChainRequest as _countersign_admin_v1_DisableChainRequest, DisableChainRequest__Output as _countersign_admin_v1_DisableChainRequest__Output } from '../../../countersign/admin/v1/DisableChainRequest';
import type { EnableChainRequest as _countersign_admin_v1_EnableChainRequest, EnableChainRequest__Output as _countersign_admin_v1_EnableChainRequest__Output } from '../../../countersign/admin/v1/EnableChainRequest';
import type { GetUserRequest as _countersign_admin_v1_GetUserRequest, GetUserRequest__Output as _countersign_admin_v1_GetUserRequest__Output } from '../../../countersign/admin/v1/GetUserRequest';
import type { ListEventsReply as _countersign_admin_v1_ListEventsReply, ListEventsReply__Output as _countersign_admin_v1_ListEventsReply__Output } from '../../../countersign/admin/v1/ListEventsReply';
import type { ListEventsRequest as _countersign_admin_v1_ListEventsRequest, ListEventsRequest__Output as _countersign_admin_v1_ListEventsRequest__Output } from '../../../countersign/admin/v1/ListEventsRequest';
import type { ListUsersReply as _countersign_admin_v1_ListUsersReply, ListUsersReply__Output as _countersign_admin_v1_ListUsersReply__Output } from '../../../countersign/admin/v1/ListUsersReply';
import type { ListUsersRequest as _countersign_admin_v1_ListUsersRequest, ListUsersRequest__Output as _countersign_admin_v1_ListUsersRequest__Output } from '../../../countersign/admin/v1/ListUsersRequest';
import type { PushBalanceRequest as _countersign_admin_v1_PushBalanceRequest, PushBalanceRequest__Output as _countersign_admin_v1_PushBalanceRequest__Output } from '../../../countersign/admin/v1/PushBalanceRequest';
import type { RegisterPermitReply as _countersign_admin_v1_RegisterPermitReply, RegisterPermitReply__Output as _countersign_admin_v1_RegisterPermitReply__Output } from '../../../countersign/admin/v1/RegisterPermitReply';
import type { RegisterPermitRequest as _countersign_admin_v1_RegisterPermitRequest, RegisterPermitRequest__Output as _countersign_admin_v1_RegisterPermitRequest__Output } from '../../../countersign/admin/v1/RegisterPermitRequest';
import type { RevokeDestinationRequest as _countersign_admin_v1_RevokeDestinationRequest, RevokeDestinationRequest__Output as _countersign_admin_v1_RevokeDestinationRequest__Output } from '../../../countersign/admin/v1/RevokeDestinationRequest';
import type { SetCredentialsRequest as _countersign_admin_v1_SetCredentialsRequest, SetCredentialsRequest__Output as _countersign_admin_v1_SetCredentialsRequest__Output } from '../../../countersign/admin/v1/SetCredentialsRequest';
import type { SetFreezeRequest as _countersign_admin_v1_SetFreezeRequest, SetFreezeRequest__Output as _countersign_admin_v1_SetFreezeRequest__Output } from '../../../countersign/admin/v1/SetFreezeRequest';
import type { SetLimitRequest as _countersign_admin_v1_SetLimitRequest, SetLimitRequest__Output as _countersign_admin_v1_SetLimitRequest__Output } from '../../../countersign/admin/v1/SetLimitRequest';
import type { UpdateMachineRequest as _countersign_admin_v1_UpdateMachineRequest, UpdateMachineRequest__Output as _countersign_admin_v1_UpdateMachineRequest__Output } from '../../../countersign/admin/v1/UpdateMachineRequest';
import type { UpdateUserRequest as _countersign_admin_v1_UpdateUserRequest, UpdateUserRequest__Output as _countersign_admin_v1_UpdateUserRequest__Output } from '../../../countersign/admin/v1/UpdateUserRequest';
import type { User as _countersign_admin_v1_User, User__Output as _countersign_admin_v1_User__Output } from '../../../countersign/admin/v1/User';

export interface AdminClient extends grpc.Client {
  AddDestination(argument: _countersign_admin_v1_AddDestinationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  AddDestination(argument: _countersign_admin_v1_AddDestinationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  AddDestination(argument: _countersign_admin_v1_AddDestinationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  AddDestination(argument: _countersign_admin_v1_AddDestinationRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  addDestination(argument: _countersign_admin_v1_AddDestinationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  addDestination(argument: _countersign_admin_v1_AddDestinationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  addDestination(argument: _countersign_admin_v1_AddDestinationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  addDestination(argument: _countersign_admin_v1_AddDestinationRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  CreateMachine(argument: _countersign_admin_v1_CreateMachineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateMachine(argument: _countersign_admin_v1_CreateMachineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateMachine(argument: _countersign_admin_v1_CreateMachineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateMachine(argument: _countersign_admin_v1_CreateMachineRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createMachine(argument: _countersign_admin_v1_CreateMachineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createMachine(argument: _countersign_admin_v1_CreateMachineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createMachine(argument: _countersign_admin_v1_CreateMachineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createMachine(argument: _countersign_admin_v1_CreateMachineRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  CreateUser(argument: _countersign_admin_v1_CreateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateUser(argument: _countersign_admin_v1_CreateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateUser(argument: _countersign_admin_v1_CreateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateUser(argument: _countersign_admin_v1_CreateUserRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createUser(argument: _countersign_admin_v1_CreateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createUser(argument: _countersign_admin_v1_CreateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createUser(argument: _countersign_admin_v1_CreateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createUser(argument: _countersign_admin_v1_CreateUserRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  DisableChain(argument: _countersign_admin_v1_DisableChainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  DisableChain(argument: _countersign_admin_v1_DisableChainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  DisableChain(argument: _countersign_admin_v1_DisableChainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  DisableChain(argument: _countersign_admin_v1_DisableChainRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  disableChain(argument: _countersign_admin_v1_DisableChainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  disableChain(argument: _countersign_admin_v1_DisableChainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  disableChain(argument: _countersign_admin_v1_DisableChainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  disableChain(argument: _countersign_admin_v1_DisableChainRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  EnableChain(argument: _countersign_admin_v1_EnableChainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  EnableChain(argument: _countersign_admin_v1_EnableChainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  EnableChain(argument: _countersign_admin_v1_EnableChainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  EnableChain(argument: _countersign_admin_v1_EnableChainRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  enableChain(argument: _countersign_admin_v1_EnableChainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  enableChain(argument: _countersign_admin_v1_EnableChainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  enableChain(argument: _countersign_admin_v1_EnableChainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  enableChain(argument: _countersign_admin_v1_EnableChainRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  GetUser(argument: _countersign_admin_v1_GetUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _countersign_admin_v1_GetUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _countersign_admin_v1_GetUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _countersign_admin_v1_GetUserRequest, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _countersign_admin_v1_GetUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _countersign_admin_v1_GetUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _countersign_admin_v1_GetUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _countersign_admin_v1_GetUserRequest, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  
  ListUsers(argument: _countersign_admin_v1_ListUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _countersign_admin_v1_ListUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _countersign_admin_v1_ListUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _countersign_admin_v1_ListUsersRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _countersign_admin_v1_ListUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _countersign_admin_v1_ListUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _countersign_admin_v1_ListUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _countersign_admin_v1_ListUsersRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  
  PushBalance(argument: _countersign_admin_v1_PushBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  PushBalance(argument: _countersign_admin_v1_PushBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  PushBalance(argument: _countersign_admin_v1_PushBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  PushBalance(argument: _countersign_admin_v1_PushBalanceRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  pushBalance(argument: _countersign_admin_v1_PushBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  pushBalance(argument: _countersign_admin_v1_PushBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  pushBalance(argument: _countersign_admin_v1_PushBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  pushBalance(argument: _countersign_admin_v1_PushBalanceRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  RegisterPermit(argument: _countersign_admin_v1_RegisterPermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  RegisterPermit(argument: _countersign_admin_v1_RegisterPermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  RegisterPermit(argument: _countersign_admin_v1_RegisterPermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  RegisterPermit(argument: _countersign_admin_v1_RegisterPermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  registerPermit(argument: _countersign_admin_v1_RegisterPermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  registerPermit(argument: _countersign_admin_v1_RegisterPermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  registerPermit(argument: _countersign_admin_v1_RegisterPermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  registerPermit(argument: _countersign_admin_v1_RegisterPermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  
  RevokeDestination(argument: _countersign_admin_v1_RevokeDestinationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  RevokeDestination(argument: _countersign_admin_v1_RevokeDestinationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  RevokeDestination(argument: _countersign_admin_v1_RevokeDestinationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  RevokeDestination(argument: _countersign_admin_v1_RevokeDestinationRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  revokeDestination(argument: _countersign_admin_v1_RevokeDestinationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  revokeDestination(argument: _countersign_admin_v1_RevokeDestinationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  revokeDestination(argument: _countersign_admin_v1_RevokeDestinationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  revokeDestination(argument: _countersign_admin_v1_RevokeDestinationRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  SetCredentials(argument: _countersign_admin_v1_SetCredentialsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetCredentials(argument: _countersign_admin_v1_SetCredentialsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetCredentials(argument: _countersign_admin_v1_SetCredentialsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetCredentials(argument: _countersign_admin_v1_SetCredentialsRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setCredentials(argument: _countersign_admin_v1_SetCredentialsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setCredentials(argument: _countersign_admin_v1_SetCredentialsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setCredentials(argument: _countersign_admin_v1_SetCredentialsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setCredentials(argument: _countersign_admin_v1_SetCredentialsRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  SetFreeze(argument: _countersign_admin_v1_SetFreezeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetFreeze(argument: _countersign_admin_v1_SetFreezeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetFreeze(argument: _countersign_admin_v1_SetFreezeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetFreeze(argument: _countersign_admin_v1_SetFreezeRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setFreeze(argument: _countersign_admin_v1_SetFreezeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setFreeze(argument: _countersign_admin_v1_SetFreezeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setFreeze(argument: _countersign_admin_v1_SetFreezeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setFreeze(argument: _countersign_admin_v1_SetFreezeRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  SetLimit(argument: _countersign_admin_v1_SetLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetLimit(argument: _countersign_admin_v1_SetLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetLimit(argument: _countersign_admin_v1_SetLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetLimit(argument: _countersign_admin_v1_SetLimitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setLimit(argument: _countersign_admin_v1_SetLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setLimit(argument: _countersign_admin_v1_SetLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setLimit(argument: _countersign_admin_v1_SetLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setLimit(argument: _countersign_admin_v1_SetLimitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  UpdateMachine(argument: _countersign_admin_v1_UpdateMachineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  UpdateMachine(argument: _countersign_admin_v1_UpdateMachineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  UpdateMachine(argument: _countersign_admin_v1_UpdateMachineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  UpdateMachine(argument: _countersign_admin_v1_UpdateMachineRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  updateMachine(argument: _countersign_admin_v1_UpdateMachineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  updateMachine(argument: _countersign_admin_v1_UpdateMachineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  updateMachine(argument: _countersign_admin_v1_UpdateMachineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  updateMachine(argument: _countersign_admin_v1_UpdateMachineRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  UpdateUser(argument: _countersign_admin_v1_UpdateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  UpdateUser(argument: _countersign_admin_v1_UpdateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  UpdateUser(argument: _countersign_admin_v1_UpdateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  UpdateUser(argument: _countersign_admin_v1_UpdateUserRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _countersign_admin_v1_UpdateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _countersign_admin_v1_UpdateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _countersign_admin_v1_UpdateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _countersign_admin_v1_UpdateUserRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
}

export interface AdminHandlers extends grpc.UntypedServiceImplementation {
  AddDestination: grpc.handleUnaryCall<_countersign_admin_v1_AddDestinationRequest__Output, _countersign_admin_v1_Changed>;
  
  CreateMachine: grpc.handleUnaryCall<_countersign_admin_v1_CreateMachineRequest__Output, _countersign_admin_v1_Changed>;
  
  CreateUser: grpc.handleUnaryCall<_countersign_admin_v1_CreateUserRequest__Output, _countersign_admin_v1_Changed>;
  
  DisableChain: grpc.handleUnaryCall<_countersign_admin_v1_DisableChainRequest__Output, _countersign_admin_v1_Changed>;
  
  EnableChain: grpc.handleUnaryCall<_countersign_admin_v1_EnableChainRequest__Output, _countersign_admin_v1_Changed>;
  
  GetUser: grpc.handleUnaryCall<_countersign_admin_v1_GetUserRequest__Output, _countersign_admin_v1_User>;
  
  ListEvents: grpc.handleUnaryCall<_countersign_admin_v1_ListEventsRequest__Output, _countersign_admin_v1_ListEventsReply>;
  
  ListUsers: grpc.handleUnaryCall<_countersign_admin_v1_ListUsersRequest__Output, _countersign_admin_v1_ListUsersReply>;
  
  PushBalance: grpc.handleUnaryCall<_countersign_admin_v1_PushBalanceRequest__Output, _countersign_admin_v1_Changed>;
  
  RegisterPermit: grpc.handleUnaryCall<_countersign_admin_v1_RegisterPermitRequest__Output, _countersign_admin_v1_RegisterPermitReply>;
  
  RevokeDestination: grpc.handleUnaryCall<_countersign_admin_v1_RevokeDestinationRequest__Output, _countersign_admin_v1_Changed>;
  
  SetCredentials: grpc.handleUnaryCall<_countersign_admin_v1_SetCredentialsRequest__Output, _countersign_admin_v1_Changed>;
  
  SetFreeze: grpc.handleUnaryCall<_countersign_admin_v1_SetFreezeRequest__Output, _countersign_admin_v1_Changed>;
  
  SetLimit: grpc.handleUnaryCall<_countersign_admin_v1_SetLimitRequest__Output, _countersign_admin_v1_Changed>;
  
  UpdateMachine: grpc.handleUnaryCall<_countersign_admin_v1_UpdateMachineRequest__Output, _countersign_admin_v1_Changed>;
  
  UpdateUser: grpc.handleUnaryCall<_countersign_admin_v1_UpdateUserRequest__Output, _countersign_admin_v1_Changed>;
  
}

export interface AdminDefinition extends grpc.ServiceDefinition {
  AddDestination: MethodDefinition<_countersign_admin_v1_AddDestinationRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_AddDestinationRequest__Output, _countersign_admin_v1_Changed__Output>
  CreateMachine: MethodDefinition<_countersign_admin_v1_CreateMachineRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_CreateMachineRequest__Output, _countersign_admin_v1_Changed__Output>
  CreateUser: MethodDefinition<_countersign_admin_v1_CreateUserRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_CreateUserRequest__Output, _countersign_admin_v1_Changed__Output>
  DisableChain: MethodDefinition<_countersign_admin_v1_DisableChainRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_DisableChainRequest__Output, _countersign_admin_v1_Changed__Output>
  EnableChain: MethodDefinition<_countersign_admin_v1_EnableChainRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_EnableChainRequest__Output, _countersign_admin_v1_Changed__Output>
  GetUser: MethodDefinition<_countersign_admin_v1_GetUserRequest, _countersign_admin_v1_User, _countersign_admin_v1_GetUserRequest__Output, _countersign_admin_v1_User__Output>
  ListEvents: MethodDefinition<_countersign_admin_v1_ListEventsRequest, _countersign_admin_v1_ListEventsReply, _countersign_admin_v1_ListEventsRequest__Output, _countersign_admin_v1_ListEventsReply__Output>
  ListUsers: MethodDefinition<_countersign_admin_v1_ListUsersRequest, _countersign_admin_v1_ListUsersReply, _countersign_admin_v1_ListUsersRequest__Output, _countersign_admin_v1_ListUsersReply__Output>
  PushBalance: MethodDefinition<_countersign_admin_v1_PushBalanceRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_PushBalanceRequest__Output, _countersign_admin_v1_Changed__Output>
  RegisterPermit: MethodDefinition<_countersign_admin_v1_RegisterPermitRequest, _countersign_admin_v1_RegisterPermitReply, _countersign_admin_v1_RegisterPermitRequest__Output, _countersign_admin_v1_RegisterPermitReply__Output>
  RevokeDestination: MethodDefinition<_countersign_admin_v1_RevokeDestinationRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_RevokeDestinationRequest__Output, _countersign_admin_v1_Changed__Output>
  SetCredentials: MethodDefinition<_countersign_admin_v1_SetCredentialsRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetCredentialsRequest__Output, _countersign_admin_v1_Changed__Output>
  SetFreeze: MethodDefinition<_countersign_admin_v1_SetFreezeRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetFreezeRequest__Output, _countersign_admin_v1_Changed__Output>
  SetLimit: MethodDefinition<_countersign_admin_v1_SetLimitRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetLimitRequest__Output, _countersign_admin_v1_Changed__Output>
  UpdateMachine: MethodDefinition<_countersign_admin_v1_UpdateMachineRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_UpdateMachineRequest__Output, _countersign_admin_v1_Changed__Output>
  UpdateUser: MethodDefinition<_countersign_admin_v1_UpdateUserRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_UpdateUserRequest__Output, _countersign_admin_v1_Changed__Output>
}
