// Original file: proto/countersign/admin/v1/admin.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddDestinationRequest as _countersign_admin_v1_AddDestinationRequest, AddDestinationRequest__Output as _countersign_admin_v1_AddDestinationRequest__Output } from '../../../countersign/admin/v1/AddDestinationRequest';
import type { ChangeSettingsRequest as _countersign_admin_v1_ChangeSettingsRequest, ChangeSettingsRequest__Output as _countersign_admin_v1_ChangeSettingsRequest__Output } from '../../../countersign/admin/v1/ChangeSettingsRequest';
import type { ChangeTierRequest as _countersign_admin_v1_ChangeTierRequest, ChangeTierRequest__Output as _countersign_admin_v1_ChangeTierRequest__Output } from '../../../countersign/admin/v1/ChangeTierRequest';
import type { Changed as _countersign_admin_v1_Changed, Changed__Output as _countersign_admin_v1_Changed__Output } from '../../../countersign/admin/v1/Changed';
import type { CreateMachineRequest as _countersign_admin_v1_CreateMachineRequest, CreateMachineRequest__Output as _countersign_admin_v1_CreateMachineRequest__Output } from '../../../countersign/admin/v1/CreateMachineRequest';
import type { CreateTierRequest as _countersign_admin_v1_CreateTierRequest, CreateTierRequest__Output as _countersign_admin_v1_CreateTierRequest__Output } from '../../../countersign/admin/v1/CreateTierRequest';
import type { CreateUserRequest as _countersign_admin_v1_CreateUserRequest, CreateUserRequest__Output as _countersign_admin_v1_CreateUserRequest__Output } from '../../../countersign/admin/v1/CreateUserRequest';
import type { Decision as _countersign_admin_v1_Decision, Decision__Output as _countersign_admin_v1_Decision__Output } from '../../../countersign/admin/v1/Decision';
import type { DisableChainRequest as _countersign_admin_v1_DisableChainRequest, DisableChainRequest__Output as _countersign_admin_v1_DisableChainRequest__Output } from '../../../countersign/admin/v1/DisableChainRequest';
import type { EffectiveLimits as _countersign_admin_v1_EffectiveLimits, EffectiveLimits__Output as _countersign_admin_v1_EffectiveLimits__Output } from '../../../countersign/admin/v1/EffectiveLimits';
import type { EnableChainRequest as _countersign_admin_v1_EnableChainRequest, EnableChainRequest__Output as _countersign_admin_v1_EnableChainRequest__Output } from '../../../countersign/admin/v1/EnableChainRequest';
import type { GetDecisionRequest as _countersign_admin_v1_GetDecisionRequest, GetDecisionRequest__Output as _countersign_admin_v1_GetDecisionRequest__Output } from '../../../countersign/admin/v1/GetDecisionRequest';
import type { GetEffectiveLimitsRequest as _countersign_admin_v1_GetEffectiveLimitsRequest, GetEffectiveLimitsRequest__Output as _countersign_admin_v1_GetEffectiveLimitsRequest__Output } from '../../../countersign/admin/v1/GetEffectiveLimitsRequest';
import type { GetPermitRequest as _countersign_admin_v1_GetPermitRequest, GetPermitRequest__Output as _countersign_admin_v1_GetPermitRequest__Output } from '../../../countersign/admin/v1/GetPermitRequest';
import type { GetPlatformRequest as _countersign_admin_v1_GetPlatformRequest, GetPlatformRequest__Output as _countersign_admin_v1_GetPlatformRequest__Output } from '../../../countersign/admin/v1/GetPlatformRequest';
import type { GetTierRequest as _countersign_admin_v1_GetTierRequest, GetTierRequest__Output as _countersign_admin_v1_GetTierRequest__Output } from '../../../countersign/admin/v1/GetTierRequest';
import type { GetUserRequest as _countersign_admin_v1_GetUserRequest, GetUserRequest__Output as _countersign_admin_v1_GetUserRequest__Output } from '../../../countersign/admin/v1/GetUserRequest';
import type { ListDecisionsReply as _countersign_admin_v1_ListDecisionsReply, ListDecisionsReply__Output as _countersign_admin_v1_ListDecisionsReply__Output } from '../../../countersign/admin/v1/ListDecisionsReply';
import type { ListDecisionsRequest as _countersign_admin_v1_ListDecisionsRequest, ListDecisionsRequest__Output as _countersign_admin_v1_ListDecisionsRequest__Output } from '../../../countersign/admin/v1/ListDecisionsRequest';
import type { ListEventsReply as _countersign_admin_v1_ListEventsReply, ListEventsReply__Output as _countersign_admin_v1_ListEventsReply__Output } from '../../../countersign/admin/v1/ListEventsReply';
import type { ListEventsRequest as _countersign_admin_v1_ListEventsRequest, ListEventsRequest__Output as _countersign_admin_v1_ListEventsRequest__Output } from '../../../countersign/admin/v1/ListEventsRequest';
import type { ListNotificationsReply as _countersign_admin_v1_ListNotificationsReply, ListNotificationsReply__Output as _countersign_admin_v1_ListNotificationsReply__Output } from '../../../countersign/admin/v1/ListNotificationsReply';
import type { ListNotificationsRequest as _countersign_admin_v1_ListNotificationsRequest, ListNotificationsRequest__Output as _countersign_admin_v1_ListNotificationsRequest__Output } from '../../../countersign/admin/v1/ListNotificationsRequest';
import type { ListTiersReply as _countersign_admin_v1_ListTiersReply, ListTiersReply__Output as _countersign_admin_v1_ListTiersReply__Output } from '../../../countersign/admin/v1/ListTiersReply';
import type { ListTiersRequest as _countersign_admin_v1_ListTiersRequest, ListTiersRequest__Output as _countersign_admin_v1_ListTiersRequest__Output } from '../../../countersign/admin/v1/ListTiersRequest';
import type { ListUsersReply as _countersign_admin_v1_ListUsersReply, ListUsersReply__Output as _countersign_admin_v1_ListUsersReply__Output } from '../../../countersign/admin/v1/ListUsersReply';
import type { ListUsersRequest as _countersign_admin_v1_ListUsersRequest, ListUsersRequest__Output as _countersign_admin_v1_ListUsersRequest__Output } from '../../../countersign/admin/v1/ListUsersRequest';
import type { OverrideLimitRequest as _countersign_admin_v1_OverrideLimitRequest, OverrideLimitRequest__Output as _countersign_admin_v1_OverrideLimitRequest__Output } from '../../../countersign/admin/v1/OverrideLimitRequest';
import type { Permit as _countersign_admin_v1_Permit, Permit__Output as _countersign_admin_v1_Permit__Output } from '../../../countersign/admin/v1/Permit';
import type { Platform as _countersign_admin_v1_Platform, Platform__Output as _countersign_admin_v1_Platform__Output } from '../../../countersign/admin/v1/Platform';
import type { PushBalanceRequest as _countersign_admin_v1_PushBalanceRequest, PushBalanceRequest__Output as _countersign_admin_v1_PushBalanceRequest__Output } from '../../../countersign/admin/v1/PushBalanceRequest';
import type { ReconcilePermitRequest as _countersign_admin_v1_ReconcilePermitRequest, ReconcilePermitRequest__Output as _countersign_admin_v1_ReconcilePermitRequest__Output } from '../../../countersign/admin/v1/ReconcilePermitRequest';
import type { RegisterPermitReply as _countersign_admin_v1_RegisterPermitReply, RegisterPermitReply__Output as _countersign_admin_v1_RegisterPermitReply__Output } from '../../../countersign/admin/v1/RegisterPermitReply';
import type { RegisterPermitRequest as _countersign_admin_v1_RegisterPermitRequest, RegisterPermitRequest__Output as _countersign_admin_v1_RegisterPermitRequest__Output } from '../../../countersign/admin/v1/RegisterPermitRequest';
import type { ReleasePermitRequest as _countersign_admin_v1_ReleasePermitRequest, ReleasePermitRequest__Output as _countersign_admin_v1_ReleasePermitRequest__Output } from '../../../countersign/admin/v1/ReleasePermitRequest';
import type { RemoveOverrideRequest as _countersign_admin_v1_RemoveOverrideRequest, RemoveOverrideRequest__Output as _countersign_admin_v1_RemoveOverrideRequest__Output } from '../../../countersign/admin/v1/RemoveOverrideRequest';
import type { RevokeDestinationRequest as _countersign_admin_v1_RevokeDestinationRequest, RevokeDestinationRequest__Output as _countersign_admin_v1_RevokeDestinationRequest__Output } from '../../../countersign/admin/v1/RevokeDestinationRequest';
import type { SetCredentialsRequest as _countersign_admin_v1_SetCredentialsRequest, SetCredentialsRequest__Output as _countersign_admin_v1_SetCredentialsRequest__Output } from '../../../countersign/admin/v1/SetCredentialsRequest';
import type { SetFreezeRequest as _countersign_admin_v1_SetFreezeRequest, SetFreezeRequest__Output as _countersign_admin_v1_SetFreezeRequest__Output } from '../../../countersign/admin/v1/SetFreezeRequest';
import type { SetTierLimitsRequest as _countersign_admin_v1_SetTierLimitsRequest, SetTierLimitsRequest__Output as _countersign_admin_v1_SetTierLimitsRequest__Output } from '../../../countersign/admin/v1/SetTierLimitsRequest';
import type { SetUserLimitsRequest as _countersign_admin_v1_SetUserLimitsRequest, SetUserLimitsRequest__Output as _countersign_admin_v1_SetUserLimitsRequest__Output } from '../../../countersign/admin/v1/SetUserLimitsRequest';
import type { SettlePermitRequest as _countersign_admin_v1_SettlePermitRequest, SettlePermitRequest__Output as _countersign_admin_v1_SettlePermitRequest__Output } from '../../../countersign/admin/v1/SettlePermitRequest';
import type { Tier as _countersign_admin_v1_Tier, Tier__Output as _countersign_admin_v1_Tier__Output } from '../../../countersign/admin/v1/Tier';
import type { UpdateMachineRequest as _countersign_admin_v1_UpdateMachineRequest, UpdateMachineRequest__Output as _countersign_admin_v1_UpdateMachineRequest__Output } from '../../../countersign/admin/v1/UpdateMachineRequest';
import type { UpdateUserRequest as _countersign_admin_v1_UpdateUserRequest, UpdateUserRequest__Output as _countersign_admin_v1_UpdateUserRequest__Output } from '../../../countersign/admin/v1/UpdateUserRequest';
import type { User as _countersign_admin_v1_User, User__Output as _countersign_admin_v1_User__Output } from '../../../countersign/admin/v1/User';
import type { WaiveCoolingOffRequest as _countersign_admin_v1_WaiveCoolingOffRequest, WaiveCoolingOffRequest__Output as _countersign_admin_v1_WaiveCoolingOffRequest__Output } from '../../../countersign/admin/v1/WaiveCoolingOffRequest';

export interface AdminClient extends grpc.Client {
  AddDestination(argument: _countersign_admin_v1_AddDestinationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  AddDestination(argument: _countersign_admin_v1_AddDestinationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  AddDestination(argument: _countersign_admin_v1_AddDestinationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  AddDestination(argument: _countersign_admin_v1_AddDestinationRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  addDestination(argument: _countersign_admin_v1_AddDestinationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  addDestination(argument: _countersign_admin_v1_AddDestinationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  addDestination(argument: _countersign_admin_v1_AddDestinationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  addDestination(argument: _countersign_admin_v1_AddDestinationRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  ChangeSettings(argument: _countersign_admin_v1_ChangeSettingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ChangeSettings(argument: _countersign_admin_v1_ChangeSettingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ChangeSettings(argument: _countersign_admin_v1_ChangeSettingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ChangeSettings(argument: _countersign_admin_v1_ChangeSettingsRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  changeSettings(argument: _countersign_admin_v1_ChangeSettingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  changeSettings(argument: _countersign_admin_v1_ChangeSettingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  changeSettings(argument: _countersign_admin_v1_ChangeSettingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  changeSettings(argument: _countersign_admin_v1_ChangeSettingsRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  ChangeTier(argument: _countersign_admin_v1_ChangeTierRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ChangeTier(argument: _countersign_admin_v1_ChangeTierRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ChangeTier(argument: _countersign_admin_v1_ChangeTierRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ChangeTier(argument: _countersign_admin_v1_ChangeTierRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  changeTier(argument: _countersign_admin_v1_ChangeTierRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  changeTier(argument: _countersign_admin_v1_ChangeTierRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  changeTier(argument: _countersign_admin_v1_ChangeTierRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  changeTier(argument: _countersign_admin_v1_ChangeTierRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  CreateMachine(argument: _countersign_admin_v1_CreateMachineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateMachine(argument: _countersign_admin_v1_CreateMachineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateMachine(argument: _countersign_admin_v1_CreateMachineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateMachine(argument: _countersign_admin_v1_CreateMachineRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createMachine(argument: _countersign_admin_v1_CreateMachineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createMachine(argument: _countersign_admin_v1_CreateMachineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createMachine(argument: _countersign_admin_v1_CreateMachineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createMachine(argument: _countersign_admin_v1_CreateMachineRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  CreateTier(argument: _countersign_admin_v1_CreateTierRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateTier(argument: _countersign_admin_v1_CreateTierRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateTier(argument: _countersign_admin_v1_CreateTierRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  CreateTier(argument: _countersign_admin_v1_CreateTierRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createTier(argument: _countersign_admin_v1_CreateTierRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createTier(argument: _countersign_admin_v1_CreateTierRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createTier(argument: _countersign_admin_v1_CreateTierRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  createTier(argument: _countersign_admin_v1_CreateTierRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
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
  
  GetDecision(argument: _countersign_admin_v1_GetDecisionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Decision__Output>): grpc.ClientUnaryCall;
  GetDecision(argument: _countersign_admin_v1_GetDecisionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Decision__Output>): grpc.ClientUnaryCall;
  GetDecision(argument: _countersign_admin_v1_GetDecisionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Decision__Output>): grpc.ClientUnaryCall;
  GetDecision(argument: _countersign_admin_v1_GetDecisionRequest, callback: grpc.requestCallback<_countersign_admin_v1_Decision__Output>): grpc.ClientUnaryCall;
  getDecision(argument: _countersign_admin_v1_GetDecisionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Decision__Output>): grpc.ClientUnaryCall;
  getDecision(argument: _countersign_admin_v1_GetDecisionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Decision__Output>): grpc.ClientUnaryCall;
  getDecision(argument: _countersign_admin_v1_GetDecisionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Decision__Output>): grpc.ClientUnaryCall;
  getDecision(argument: _countersign_admin_v1_GetDecisionRequest, callback: grpc.requestCallback<_countersign_admin_v1_Decision__Output>): grpc.ClientUnaryCall;
  
  GetEffectiveLimits(argument: _countersign_admin_v1_GetEffectiveLimitsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_EffectiveLimits__Output>): grpc.ClientUnaryCall;
  GetEffectiveLimits(argument: _countersign_admin_v1_GetEffectiveLimitsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_EffectiveLimits__Output>): grpc.ClientUnaryCall;
  GetEffectiveLimits(argument: _countersign_admin_v1_GetEffectiveLimitsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_EffectiveLimits__Output>): grpc.ClientUnaryCall;
  GetEffectiveLimits(argument: _countersign_admin_v1_GetEffectiveLimitsRequest, callback: grpc.requestCallback<_countersign_admin_v1_EffectiveLimits__Output>): grpc.ClientUnaryCall;
  getEffectiveLimits(argument: _countersign_admin_v1_GetEffectiveLimitsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_EffectiveLimits__Output>): grpc.ClientUnaryCall;
  getEffectiveLimits(argument: _countersign_admin_v1_GetEffectiveLimitsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_EffectiveLimits__Output>): grpc.ClientUnaryCall;
  getEffectiveLimits(argument: _countersign_admin_v1_GetEffectiveLimitsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_EffectiveLimits__Output>): grpc.ClientUnaryCall;
  getEffectiveLimits(argument: _countersign_admin_v1_GetEffectiveLimitsRequest, callback: grpc.requestCallback<_countersign_admin_v1_EffectiveLimits__Output>): grpc.ClientUnaryCall;
  
  GetPermit(argument: _countersign_admin_v1_GetPermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Permit__Output>): grpc.ClientUnaryCall;
  GetPermit(argument: _countersign_admin_v1_GetPermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Permit__Output>): grpc.ClientUnaryCall;
  GetPermit(argument: _countersign_admin_v1_GetPermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Permit__Output>): grpc.ClientUnaryCall;
  GetPermit(argument: _countersign_admin_v1_GetPermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Permit__Output>): grpc.ClientUnaryCall;
  getPermit(argument: _countersign_admin_v1_GetPermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Permit__Output>): grpc.ClientUnaryCall;
  getPermit(argument: _countersign_admin_v1_GetPermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Permit__Output>): grpc.ClientUnaryCall;
  getPermit(argument: _countersign_admin_v1_GetPermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Permit__Output>): grpc.ClientUnaryCall;
  getPermit(argument: _countersign_admin_v1_GetPermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Permit__Output>): grpc.ClientUnaryCall;
  
  GetPlatform(argument: _countersign_admin_v1_GetPlatformRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Platform__Output>): grpc.ClientUnaryCall;
  GetPlatform(argument: _countersign_admin_v1_GetPlatformRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Platform__Output>): grpc.ClientUnaryCall;
  GetPlatform(argument: _countersign_admin_v1_GetPlatformRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Platform__Output>): grpc.ClientUnaryCall;
  GetPlatform(argument: _countersign_admin_v1_GetPlatformRequest, callback: grpc.requestCallback<_countersign_admin_v1_Platform__Output>): grpc.ClientUnaryCall;
  getPlatform(argument: _countersign_admin_v1_GetPlatformRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Platform__Output>): grpc.ClientUnaryCall;
  getPlatform(argument: _countersign_admin_v1_GetPlatformRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Platform__Output>): grpc.ClientUnaryCall;
  getPlatform(argument: _countersign_admin_v1_GetPlatformRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Platform__Output>): grpc.ClientUnaryCall;
  getPlatform(argument: _countersign_admin_v1_GetPlatformRequest, callback: grpc.requestCallback<_countersign_admin_v1_Platform__Output>): grpc.ClientUnaryCall;
  
  GetTier(argument: _countersign_admin_v1_GetTierRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Tier__Output>): grpc.ClientUnaryCall;
  GetTier(argument: _countersign_admin_v1_GetTierRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Tier__Output>): grpc.ClientUnaryCall;
  GetTier(argument: _countersign_admin_v1_GetTierRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Tier__Output>): grpc.ClientUnaryCall;
  GetTier(argument: _countersign_admin_v1_GetTierRequest, callback: grpc.requestCallback<_countersign_admin_v1_Tier__Output>): grpc.ClientUnaryCall;
  getTier(argument: _countersign_admin_v1_GetTierRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Tier__Output>): grpc.ClientUnaryCall;
  getTier(argument: _countersign_admin_v1_GetTierRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Tier__Output>): grpc.ClientUnaryCall;
  getTier(argument: _countersign_admin_v1_GetTierRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Tier__Output>): grpc.ClientUnaryCall;
  getTier(argument: _countersign_admin_v1_GetTierRequest, callback: grpc.requestCallback<_countersign_admin_v1_Tier__Output>): grpc.ClientUnaryCall;
  
  GetUser(argument: _countersign_admin_v1_GetUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _countersign_admin_v1_GetUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _countersign_admin_v1_GetUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _countersign_admin_v1_GetUserRequest, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _countersign_admin_v1_GetUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _countersign_admin_v1_GetUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _countersign_admin_v1_GetUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _countersign_admin_v1_GetUserRequest, callback: grpc.requestCallback<_countersign_admin_v1_User__Output>): grpc.ClientUnaryCall;
  
  ListDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  ListDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  ListDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  ListDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  
  ListNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  ListNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  ListNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  ListNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  
  ListTiers(argument: _countersign_admin_v1_ListTiersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListTiersReply__Output>): grpc.ClientUnaryCall;
  ListTiers(argument: _countersign_admin_v1_ListTiersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListTiersReply__Output>): grpc.ClientUnaryCall;
  ListTiers(argument: _countersign_admin_v1_ListTiersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListTiersReply__Output>): grpc.ClientUnaryCall;
  ListTiers(argument: _countersign_admin_v1_ListTiersRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListTiersReply__Output>): grpc.ClientUnaryCall;
  listTiers(argument: _countersign_admin_v1_ListTiersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListTiersReply__Output>): grpc.ClientUnaryCall;
  listTiers(argument: _countersign_admin_v1_ListTiersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListTiersReply__Output>): grpc.ClientUnaryCall;
  listTiers(argument: _countersign_admin_v1_ListTiersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListTiersReply__Output>): grpc.ClientUnaryCall;
  listTiers(argument: _countersign_admin_v1_ListTiersRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListTiersReply__Output>): grpc.ClientUnaryCall;
  
  ListUsers(argument: _countersign_admin_v1_ListUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _countersign_admin_v1_ListUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _countersign_admin_v1_ListUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _countersign_admin_v1_ListUsersRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _countersign_admin_v1_ListUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _countersign_admin_v1_ListUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _countersign_admin_v1_ListUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _countersign_admin_v1_ListUsersRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListUsersReply__Output>): grpc.ClientUnaryCall;
  
  OverrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  OverrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  OverrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  OverrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  overrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  overrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  overrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  overrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  PushBalance(argument: _countersign_admin_v1_PushBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  PushBalance(argument: _countersign_admin_v1_PushBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  PushBalance(argument: _countersign_admin_v1_PushBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  PushBalance(argument: _countersign_admin_v1_PushBalanceRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  pushBalance(argument: _countersign_admin_v1_PushBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  pushBalance(argument: _countersign_admin_v1_PushBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  pushBalance(argument: _countersign_admin_v1_PushBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  pushBalance(argument: _countersign_admin_v1_PushBalanceRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  ReconcilePermit(argument: _countersign_admin_v1_ReconcilePermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ReconcilePermit(argument: _countersign_admin_v1_ReconcilePermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ReconcilePermit(argument: _countersign_admin_v1_ReconcilePermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ReconcilePermit(argument: _countersign_admin_v1_ReconcilePermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  reconcilePermit(argument: _countersign_admin_v1_ReconcilePermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  reconcilePermit(argument: _countersign_admin_v1_ReconcilePermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  reconcilePermit(argument: _countersign_admin_v1_ReconcilePermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  reconcilePermit(argument: _countersign_admin_v1_ReconcilePermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  RegisterPermit(argument: _countersign_admin_v1_RegisterPermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  RegisterPermit(argument: _countersign_admin_v1_RegisterPermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  RegisterPermit(argument: _countersign_admin_v1_RegisterPermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  RegisterPermit(argument: _countersign_admin_v1_RegisterPermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  registerPermit(argument: _countersign_admin_v1_RegisterPermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  registerPermit(argument: _countersign_admin_v1_RegisterPermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  registerPermit(argument: _countersign_admin_v1_RegisterPermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  registerPermit(argument: _countersign_admin_v1_RegisterPermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_RegisterPermitReply__Output>): grpc.ClientUnaryCall;
  
  ReleasePermit(argument: _countersign_admin_v1_ReleasePermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ReleasePermit(argument: _countersign_admin_v1_ReleasePermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ReleasePermit(argument: _countersign_admin_v1_ReleasePermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  ReleasePermit(argument: _countersign_admin_v1_ReleasePermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  releasePermit(argument: _countersign_admin_v1_ReleasePermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  releasePermit(argument: _countersign_admin_v1_ReleasePermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  releasePermit(argument: _countersign_admin_v1_ReleasePermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  releasePermit(argument: _countersign_admin_v1_ReleasePermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  RemoveOverride(argument: _countersign_admin_v1_RemoveOverrideRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  RemoveOverride(argument: _countersign_admin_v1_RemoveOverrideRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  RemoveOverride(argument: _countersign_admin_v1_RemoveOverrideRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  RemoveOverride(argument: _countersign_admin_v1_RemoveOverrideRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  removeOverride(argument: _countersign_admin_v1_RemoveOverrideRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  removeOverride(argument: _countersign_admin_v1_RemoveOverrideRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  removeOverride(argument: _countersign_admin_v1_RemoveOverrideRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  removeOverride(argument: _countersign_admin_v1_RemoveOverrideRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
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
  
  SetTierLimits(argument: _countersign_admin_v1_SetTierLimitsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetTierLimits(argument: _countersign_admin_v1_SetTierLimitsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetTierLimits(argument: _countersign_admin_v1_SetTierLimitsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetTierLimits(argument: _countersign_admin_v1_SetTierLimitsRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setTierLimits(argument: _countersign_admin_v1_SetTierLimitsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setTierLimits(argument: _countersign_admin_v1_SetTierLimitsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setTierLimits(argument: _countersign_admin_v1_SetTierLimitsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setTierLimits(argument: _countersign_admin_v1_SetTierLimitsRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  SetUserLimits(argument: _countersign_admin_v1_SetUserLimitsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetUserLimits(argument: _countersign_admin_v1_SetUserLimitsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetUserLimits(argument: _countersign_admin_v1_SetUserLimitsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SetUserLimits(argument: _countersign_admin_v1_SetUserLimitsRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setUserLimits(argument: _countersign_admin_v1_SetUserLimitsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setUserLimits(argument: _countersign_admin_v1_SetUserLimitsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setUserLimits(argument: _countersign_admin_v1_SetUserLimitsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  setUserLimits(argument: _countersign_admin_v1_SetUserLimitsRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  SettlePermit(argument: _countersign_admin_v1_SettlePermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SettlePermit(argument: _countersign_admin_v1_SettlePermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SettlePermit(argument: _countersign_admin_v1_SettlePermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  SettlePermit(argument: _countersign_admin_v1_SettlePermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  settlePermit(argument: _countersign_admin_v1_SettlePermitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  settlePermit(argument: _countersign_admin_v1_SettlePermitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  settlePermit(argument: _countersign_admin_v1_SettlePermitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  settlePermit(argument: _countersign_admin_v1_SettlePermitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
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
  
  WaiveCoolingOff(argument: _countersign_admin_v1_WaiveCoolingOffRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  WaiveCoolingOff(argument: _countersign_admin_v1_WaiveCoolingOffRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  WaiveCoolingOff(argument: _countersign_admin_v1_WaiveCoolingOffRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  WaiveCoolingOff(argument: _countersign_admin_v1_WaiveCoolingOffRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  waiveCoolingOff(argument: _countersign_admin_v1_WaiveCoolingOffRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  waiveCoolingOff(argument: _countersign_admin_v1_WaiveCoolingOffRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  waiveCoolingOff(argument: _countersign_admin_v1_WaiveCoolingOffRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  waiveCoolingOff(argument: _countersign_admin_v1_WaiveCoolingOffRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
}

export interface AdminHandlers extends grpc.UntypedServiceImplementation {
  AddDestination: grpc.handleUnaryCall<_countersign_admin_v1_AddDestinationRequest__Output, _countersign_admin_v1_Changed>;
  
  ChangeSettings: grpc.handleUnaryCall<_countersign_admin_v1_ChangeSettingsRequest__Output, _countersign_admin_v1_Changed>;
  
  ChangeTier: grpc.handleUnaryCall<_countersign_admin_v1_ChangeTierRequest__Output, _countersign_admin_v1_Changed>;
  
  CreateMachine: grpc.handleUnaryCall<_countersign_admin_v1_CreateMachineRequest__Output, _countersign_admin_v1_Changed>;
  
  CreateTier: grpc.handleUnaryCall<_countersign_admin_v1_CreateTierRequest__Output, _countersign_admin_v1_Changed>;
  
  CreateUser: grpc.handleUnaryCall<_countersign_admin_v1_CreateUserRequest__Output, _countersign_admin_v1_Changed>;
  
  DisableChain: grpc.handleUnaryCall<_countersign_admin_v1_DisableChainRequest__Output, _countersign_admin_v1_Changed>;
  
  EnableChain: grpc.handleUnaryCall<_countersign_admin_v1_EnableChainRequest__Output, _countersign_admin_v1_Changed>;
  
  GetDecision: grpc.handleUnaryCall<_countersign_admin_v1_GetDecisionRequest__Output, _countersign_admin_v1_Decision>;
  
  GetEffectiveLimits: grpc.handleUnaryCall<_countersign_admin_v1_GetEffectiveLimitsRequest__Output, _countersign_admin_v1_EffectiveLimits>;
  
  GetPermit: grpc.handleUnaryCall<_countersign_admin_v1_GetPermitRequest__Output, _countersign_admin_v1_Permit>;
  
  GetPlatform: grpc.handleUnaryCall<_countersign_admin_v1_GetPlatformRequest__Output, _countersign_admin_v1_Platform>;
  
  GetTier: grpc.handleUnaryCall<_countersign_admin_v1_GetTierRequest__Output, _countersign_admin_v1_Tier>;
  
  GetUser: grpc.handleUnaryCall<_countersign_admin_v1_GetUserRequest__Output, _countersign_admin_v1_User>;
  
  ListDecisions: grpc.handleUnaryCall<_countersign_admin_v1_ListDecisionsRequest__Output, _countersign_admin_v1_ListDecisionsReply>;
  
  ListEvents: grpc.handleUnaryCall<_countersign_admin_v1_ListEventsRequest__Output, _countersign_admin_v1_ListEventsReply>;
  
  ListNotifications: grpc.handleUnaryCall<_countersign_admin_v1_ListNotificationsRequest__Output, _countersign_admin_v1_ListNotificationsReply>;
  
  ListTiers: grpc.handleUnaryCall<_countersign_admin_v1_ListTiersRequest__Output, _countersign_admin_v1_ListTiersReply>;
  
  ListUsers: grpc.handleUnaryCall<_countersign_admin_v1_ListUsersRequest__Output, _countersign_admin_v1_ListUsersReply>;
  
  OverrideLimit: grpc.handleUnaryCall<_countersign_admin_v1_OverrideLimitRequest__Output, _countersign_admin_v1_Changed>;
  
  PushBalance: grpc.handleUnaryCall<_countersign_admin_v1_PushBalanceRequest__Output, _countersign_admin_v1_Changed>;
  
  ReconcilePermit: grpc.handleUnaryCall<_countersign_admin_v1_ReconcilePermitRequest__Output, _countersign_admin_v1_Changed>;
  
  RegisterPermit: grpc.handleUnaryCall<_countersign_admin_v1_RegisterPermitRequest__Output, _countersign_admin_v1_RegisterPermitReply>;
  
  ReleasePermit: grpc.handleUnaryCall<_countersign_admin_v1_ReleasePermitRequest__Output, _countersign_admin_v1_Changed>;
  
  RemoveOverride: grpc.handleUnaryCall<_countersign_admin_v1_RemoveOverrideRequest__Output, _countersign_admin_v1_Changed>;
  
  RevokeDestination: grpc.handleUnaryCall<_countersign_admin_v1_RevokeDestinationRequest__Output, _countersign_admin_v1_Changed>;
  
  SetCredentials: grpc.handleUnaryCall<_countersign_admin_v1_SetCredentialsRequest__Output, _countersign_admin_v1_Changed>;
  
  SetFreeze: grpc.handleUnaryCall<_countersign_admin_v1_SetFreezeRequest__Output, _countersign_admin_v1_Changed>;
  
  SetTierLimits: grpc.handleUnaryCall<_countersign_admin_v1_SetTierLimitsRequest__Output, _countersign_admin_v1_Changed>;
  
  SetUserLimits: grpc.handleUnaryCall<_countersign_admin_v1_SetUserLimitsRequest__Output, _countersign_admin_v1_Changed>;
  
  SettlePermit: grpc.handleUnaryCall<_countersign_admin_v1_SettlePermitRequest__Output, _countersign_admin_v1_Changed>;
  
  UpdateMachine: grpc.handleUnaryCall<_countersign_admin_v1_UpdateMachineRequest__Output, _countersign_admin_v1_Changed>;
  
  UpdateUser: grpc.handleUnaryCall<_countersign_admin_v1_UpdateUserRequest__Output, _countersign_admin_v1_Changed>;
  
  WaiveCoolingOff: grpc.handleUnaryCall<_countersign_admin_v1_WaiveCoolingOffRequest__Output, _countersign_admin_v1_Changed>;
  
}

export interface AdminDefinition extends grpc.ServiceDefinition {
  AddDestination: MethodDefinition<_countersign_admin_v1_AddDestinationRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_AddDestinationRequest__Output, _countersign_admin_v1_Changed__Output>
  ChangeSettings: MethodDefinition<_countersign_admin_v1_ChangeSettingsRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_ChangeSettingsRequest__Output, _countersign_admin_v1_Changed__Output>
  ChangeTier: MethodDefinition<_countersign_admin_v1_ChangeTierRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_ChangeTierRequest__Output, _countersign_admin_v1_Changed__Output>
  CreateMachine: MethodDefinition<_countersign_admin_v1_CreateMachineRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_CreateMachineRequest__Output, _countersign_admin_v1_Changed__Output>
  CreateTier: MethodDefinition<_countersign_admin_v1_CreateTierRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_CreateTierRequest__Output, _countersign_admin_v1_Changed__Output>
  CreateUser: MethodDefinition<_countersign_admin_v1_CreateUserRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_CreateUserRequest__Output, _countersign_admin_v1_Changed__Output>
  DisableChain: MethodDefinition<_countersign_admin_v1_DisableChainRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_DisableChainRequest__Output, _countersign_admin_v1_Changed__Output>
  EnableChain: MethodDefinition<_countersign_admin_v1_EnableChainRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_EnableChainRequest__Output, _countersign_admin_v1_Changed__Output>
  GetDecision: MethodDefinition<_countersign_admin_v1_GetDecisionRequest, _countersign_admin_v1_Decision, _countersign_admin_v1_GetDecisionRequest__Output, _countersign_admin_v1_Decision__Output>
  GetEffectiveLimits: MethodDefinition<_countersign_admin_v1_GetEffectiveLimitsRequest, _countersign_admin_v1_EffectiveLimits, _countersign_admin_v1_GetEffectiveLimitsRequest__Output, _countersign_admin_v1_EffectiveLimits__Output>
  GetPermit: MethodDefinition<_countersign_admin_v1_GetPermitRequest, _countersign_admin_v1_Permit, _countersign_admin_v1_GetPermitRequest__Output, _countersign_admin_v1_Permit__Output>
  GetPlatform: MethodDefinition<_countersign_admin_v1_GetPlatformRequest, _countersign_admin_v1_Platform, _countersign_admin_v1_GetPlatformRequest__Output, _countersign_admin_v1_Platform__Output>
  GetTier: MethodDefinition<_countersign_admin_v1_GetTierRequest, _countersign_admin_v1_Tier, _countersign_admin_v1_GetTierRequest__Output, _countersign_admin_v1_Tier__Output>
  GetUser: MethodDefinition<_countersign_admin_v1_GetUserRequest, _countersign_admin_v1_User, _countersign_admin_v1_GetUserRequest__Output, _countersign_admin_v1_User__Output>
  ListDecisions: MethodDefinition<_countersign_admin_v1_ListDecisionsRequest, _countersign_admin_v1_ListDecisionsReply, _countersign_admin_v1_ListDecisionsRequest__Output, _countersign_admin_v1_ListDecisionsReply__Output>
  ListEvents: MethodDefinition<_countersign_admin_v1_ListEventsRequest, _countersign_admin_v1_ListEventsReply, _countersign_admin_v1_ListEventsRequest__Output, _countersign_admin_v1_ListEventsReply__Output>
  ListNotifications: MethodDefinition<_countersign_admin_v1_ListNotificationsRequest, _countersign_admin_v1_ListNotificationsReply, _countersign_admin_v1_ListNotificationsRequest__Output, _countersign_admin_v1_ListNotificationsReply__Output>
  ListTiers: MethodDefinition<_countersign_admin_v1_ListTiersRequest, _countersign_admin_v1_ListTiersReply, _countersign_admin_v1_ListTiersRequest__Output, _countersign_admin_v1_ListTiersReply__Output>
  ListUsers: MethodDefinition<_countersign_admin_v1_ListUsersRequest, _countersign_admin_v1_ListUsersReply, _countersign_admin_v1_ListUsersRequest__Output, _countersign_admin_v1_ListUsersReply__Output>
  OverrideLimit: MethodDefinition<_countersign_admin_v1_OverrideLimitRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_OverrideLimitRequest__Output, _countersign_admin_v1_Changed__Output>
  PushBalance: MethodDefinition<_countersign_admin_v1_PushBalanceRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_PushBalanceRequest__Output, _countersign_admin_v1_Changed__Output>
  ReconcilePermit: MethodDefinition<_countersign_admin_v1_ReconcilePermitRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_ReconcilePermitRequest__Output, _countersign_admin_v1_Changed__Output>
  RegisterPermit: MethodDefinition<_countersign_admin_v1_RegisterPermitRequest, _countersign_admin_v1_RegisterPermitReply, _countersign_admin_v1_RegisterPermitRequest__Output, _countersign_admin_v1_RegisterPermitReply__Output>
  ReleasePermit: MethodDefinition<_countersign_admin_v1_ReleasePermitRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_ReleasePermitRequest__Output, _countersign_admin_v1_Changed__Output>
  RemoveOverride: MethodDefinition<_countersign_admin_v1_RemoveOverrideRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_RemoveOverrideRequest__Output, _countersign_admin_v1_Changed__Output>
  RevokeDestination: MethodDefinition<_countersign_admin_v1_RevokeDestinationRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_RevokeDestinationRequest__Output, _countersign_admin_v1_Changed__Output>
  SetCredentials: MethodDefinition<_countersign_admin_v1_SetCredentialsRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetCredentialsRequest__Output, _countersign_admin_v1_Changed__Output>
  SetFreeze: MethodDefinition<_countersign_admin_v1_SetFreezeRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetFreezeRequest__Output, _countersign_admin_v1_Changed__Output>
  SetTierLimits: MethodDefinition<_countersign_admin_v1_SetTierLimitsRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetTierLimitsRequest__Output, _countersign_admin_v1_Changed__Output>
  SetUserLimits: MethodDefinition<_countersign_admin_v1_SetUserLimitsRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetUserLimitsRequest__Output, _countersign_admin_v1_Changed__Output>
  SettlePermit: MethodDefinition<_countersign_admin_v1_SettlePermitRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SettlePermitRequest__Output, _countersign_admin_v1_Changed__Output>
  UpdateMachine: MethodDefinition<_countersign_admin_v1_UpdateMachineRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_UpdateMachineRequest__Output, _countersign_admin_v1_Changed__Output>
  UpdateUser: MethodDefinition<_countersign_admin_v1_UpdateUserRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_UpdateUserRequest__Output, _countersign_admin_v1_Changed__Output>
  WaiveCoolingOff: MethodDefinition<_countersign_admin_v1_WaiveCoolingOffRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_WaiveCoolingOffRequest__Output, _countersign_admin_v1_Changed__Output>
}
