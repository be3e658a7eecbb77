// Original file: proto/countersign/admin/v1/admin.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddDestinationRequest as _countersign_admin_v1_AddDestinationRequest, AddDestinationRequest__Output as _countersign_admin_v1_AddDestinationRequest__Output } from '../../../countersign/admin/v1/AddDestinationRequest';
import type { AuditKey as _countersign_admin_v1_AuditKey, AuditKey__Output as _countersign_admin_v1_AuditKey__Output } from '../../../countersign/admin/v1/AuditKey';
import type { BacktestPolicyReply as _countersign_admin_v1_BacktestPolicyReply, BacktestPolicyReply__Output as _countersign_admin_v1_BacktestPolicyReply__Output } from '../../../countersign/admin/v1/BacktestPolicyReply';
import type { BacktestPolicyRequest as _countersign_admin_v1_BacktestPolicyRequest, BacktestPolicyRequest__Output as _countersign_admin_v1_BacktestPolicyRequest__Output } from '../../../countersign/admin/v1/BacktestPolicyRequest';
import type { ChangeSettingsRequest as _countersign_admin_v1_ChangeSettingsRequest, ChangeSettingsRequest__Output as _countersign_admin_v1_ChangeSettingsRequest__Output } from '../../../countersign/admin/v1/ChangeSettingsRequest';
import type { ChangeTierRequest as _countersign_admin_v1_ChangeTierRequest, ChangeTierRequest__Output as _countersign_admin_v1_ChangeTierRequest__Output } from '../../../countersign/admin/v1/ChangeTierRequest';
import type { Changed as _countersign_admin_v1_Changed, Changed__Output as _countersign_admin_v1_Changed__Output } from '../../../countersign/admin/v1/Changed';
import type { Checkpoint as _countersign_admin_v1_Checkpoint, Checkpoint__Output as _countersign_admin_v1_Checkpoint__Output } from '../../../countersign/admin/v1/Checkpoint';
import type { CreateMachineRequest as _countersign_admin_v1_CreateMachineRequest, CreateMachineRequest__Output as _countersign_admin_v1_CreateMachineRequest__Output } from '../../../countersign/admin/v1/CreateMachineRequest';
import type { CreateTierRequest as _countersign_admin_v1_CreateTierRequest, CreateTierRequest__Output as _countersign_admin_v1_CreateTierRequest__Output } from '../../../countersign/admin/v1/CreateTierRequest';
import type { CreateUserRequest as _countersign_admin_v1_CreateUserRequest, CreateUserRequest__Output as _countersign_admin_v1_CreateUserRequest__Output } from '../../../countersign/admin/v1/CreateUserRequest';
import type { Cursor as _countersign_admin_v1_Cursor, Cursor__Output as _countersign_admin_v1_Cursor__Output } from '../../../countersign/admin/v1/Cursor';
import type { DecideChangeRequest as _countersign_admin_v1_DecideChangeRequest, DecideChangeRequest__Output as _countersign_admin_v1_DecideChangeRequest__Output } from '../../../countersign/admin/v1/DecideChangeRequest';
import type { Decision as _countersign_admin_v1_Decision, Decision__Output as _countersign_admin_v1_Decision__Output } from '../../../countersign/admin/v1/Decision';
import type { DisableChainRequest as _countersign_admin_v1_DisableChainRequest, DisableChainRequest__Output as _countersign_admin_v1_DisableChainRequest__Output } from '../../../countersign/admin/v1/DisableChainRequest';
import type { DraftPolicyRequest as _countersign_admin_v1_DraftPolicyRequest, DraftPolicyRequest__Output as _countersign_admin_v1_DraftPolicyRequest__Output } from '../../../countersign/admin/v1/DraftPolicyRequest';
import type { EffectiveLimits as _countersign_admin_v1_EffectiveLimits, EffectiveLimits__Output as _countersign_admin_v1_EffectiveLimits__Output } from '../../../countersign/admin/v1/EffectiveLimits';
import type { EnableChainRequest as _countersign_admin_v1_EnableChainRequest, EnableChainRequest__Output as _countersign_admin_v1_EnableChainRequest__Output } from '../../../countersign/admin/v1/EnableChainRequest';
import type { GetAuditKeyRequest as _countersign_admin_v1_GetAuditKeyRequest, GetAuditKeyRequest__Output as _countersign_admin_v1_GetAuditKeyRequest__Output } from '../../../countersign/admin/v1/GetAuditKeyRequest';
import type { GetChangeRequest as _countersign_admin_v1_GetChangeRequest, GetChangeRequest__Output as _countersign_admin_v1_GetChangeRequest__Output } from '../../../countersign/admin/v1/GetChangeRequest';
import type { GetCursorRequest as _countersign_admin_v1_GetCursorRequest, GetCursorRequest__Output as _countersign_admin_v1_GetCursorRequest__Output } from '../../../countersign/admin/v1/GetCursorRequest';
import type { GetDecisionRequest as _countersign_admin_v1_GetDecisionRequest, GetDecisionRequest__Output as _countersign_admin_v1_GetDecisionRequest__Output } from '../../../countersign/admin/v1/GetDecisionRequest';
import type { GetEffectiveLimitsRequest as _countersign_admin_v1_GetEffectiveLimitsRequest, GetEffectiveLimitsRequest__Output as _countersign_admin_v1_GetEffectiveLimitsRequest__Output } from '../../../countersign/admin/v1/GetEffectiveLimitsRequest';
import type { GetMachineRequest as _countersign_admin_v1_GetMachineRequest, GetMachineRequest__Output as _countersign_admin_v1_GetMachineRequest__Output } from '../../../countersign/admin/v1/GetMachineRequest';
import type { GetPermitRequest as _countersign_admin_v1_GetPermitRequest, GetPermitRequest__Output as _countersign_admin_v1_GetPermitRequest__Output } from '../../../countersign/admin/v1/GetPermitRequest';
import type { GetPlatformRequest as _countersign_admin_v1_GetPlatformRequest, GetPlatformRequest__Output as _countersign_admin_v1_GetPlatformRequest__Output } from '../../../countersign/admin/v1/GetPlatformRequest';
import type { GetPolicyRequest as _countersign_admin_v1_GetPolicyRequest, GetPolicyRequest__Output as _countersign_admin_v1_GetPolicyRequest__Output } from '../../../countersign/admin/v1/GetPolicyRequest';
import type { GetTierRequest as _countersign_admin_v1_GetTierRequest, GetTierRequest__Output as _countersign_admin_v1_GetTierRequest__Output } from '../../../countersign/admin/v1/GetTierRequest';
import type { GetUserRequest as _countersign_admin_v1_GetUserRequest, GetUserRequest__Output as _countersign_admin_v1_GetUserRequest__Output } from '../../../countersign/admin/v1/GetUserRequest';
import type { ListChangesReply as _countersign_admin_v1_ListChangesReply, ListChangesReply__Output as _countersign_admin_v1_ListChangesReply__Output } from '../../../countersign/admin/v1/ListChangesReply';
import type { ListChangesRequest as _countersign_admin_v1_ListChangesRequest, ListChangesRequest__Output as _countersign_admin_v1_ListChangesRequest__Output } from '../../../countersign/admin/v1/ListChangesRequest';
import type { ListDecisionsReply as _countersign_admin_v1_ListDecisionsReply, ListDecisionsReply__Output as _countersign_admin_v1_ListDecisionsReply__Output } from '../../../countersign/admin/v1/ListDecisionsReply';
import type { ListDecisionsRequest as _countersign_admin_v1_ListDecisionsRequest, ListDecisionsRequest__Output as _countersign_admin_v1_ListDecisionsRequest__Output } from '../../../countersign/admin/v1/ListDecisionsRequest';
import type { ListDestinationsReply as _countersign_admin_v1_ListDestinationsReply, ListDestinationsReply__Output as _countersign_admin_v1_ListDestinationsReply__Output } from '../../../countersign/admin/v1/ListDestinationsReply';
import type { ListDestinationsRequest as _countersign_admin_v1_ListDestinationsRequest, ListDestinationsRequest__Output as _countersign_admin_v1_ListDestinationsRequest__Output } from '../../../countersign/admin/v1/ListDestinationsRequest';
import type { ListEventsReply as _countersign_admin_v1_ListEventsReply, ListEventsReply__Output as _countersign_admin_v1_ListEventsReply__Output } from '../../../countersign/admin/v1/ListEventsReply';
import type { ListEventsRequest as _countersign_admin_v1_ListEventsRequest, ListEventsRequest__Output as _countersign_admin_v1_ListEventsRequest__Output } from '../../../countersign/admin/v1/ListEventsRequest';
import type { ListFreezesReply as _countersign_admin_v1_ListFreezesReply, ListFreezesReply__Output as _countersign_admin_v1_ListFreezesReply__Output } from '../../../countersign/admin/v1/ListFreezesReply';
import type { ListFreezesRequest as _countersign_admin_v1_ListFreezesRequest, ListFreezesRequest__Output as _countersign_admin_v1_ListFreezesRequest__Output } from '../../../countersign/admin/v1/ListFreezesRequest';
import type { ListMachinesReply as _countersign_admin_v1_ListMachinesReply, ListMachinesReply__Output as _countersign_admin_v1_ListMachinesReply__Output } from '../../../countersign/admin/v1/ListMachinesReply';
import type { ListMachinesRequest as _countersign_admin_v1_ListMachinesRequest, ListMachinesRequest__Output as _countersign_admin_v1_ListMachinesRequest__Output } from '../../../countersign/admin/v1/ListMachinesRequest';
import type { ListNotificationsReply as _countersign_admin_v1_ListNotificationsReply, ListNotificationsReply__Output as _countersign_admin_v1_ListNotificationsReply__Output } from '../../../countersign/admin/v1/ListNotificationsReply';
import type { ListNotificationsRequest as _countersign_admin_v1_ListNotificationsRequest, ListNotificationsRequest__Output as _countersign_admin_v1_ListNotificationsRequest__Output } from '../../../countersign/admin/v1/ListNotificationsRequest';
import type { ListPermitsReply as _countersign_admin_v1_ListPermitsReply, ListPermitsReply__Output as _countersign_admin_v1_ListPermitsReply__Output } from '../../../countersign/admin/v1/ListPermitsReply';
import type { ListPermitsRequest as _countersign_admin_v1_ListPermitsRequest, ListPermitsRequest__Output as _countersign_admin_v1_ListPermitsRequest__Output } from '../../../countersign/admin/v1/ListPermitsRequest';
import type { ListPoliciesReply as _countersign_admin_v1_ListPoliciesReply, ListPoliciesReply__Output as _countersign_admin_v1_ListPoliciesReply__Output } from '../../../countersign/admin/v1/ListPoliciesReply';
import type { ListPoliciesRequest as _countersign_admin_v1_ListPoliciesRequest, ListPoliciesRequest__Output as _countersign_admin_v1_ListPoliciesRequest__Output } from '../../../countersign/admin/v1/ListPoliciesRequest';
import type { ListTiersReply as _countersign_admin_v1_ListTiersReply, ListTiersReply__Output as _countersign_admin_v1_ListTiersReply__Output } from '../../../countersign/admin/v1/ListTiersReply';
import type { ListTiersRequest as _countersign_admin_v1_ListTiersRequest, ListTiersRequest__Output as _countersign_admin_v1_ListTiersRequest__Output } from '../../../countersign/admin/v1/ListTiersRequest';
import type { ListUsersReply as _countersign_admin_v1_ListUsersReply, ListUsersReply__Output as _countersign_admin_v1_ListUsersReply__Output } from '../../../countersign/admin/v1/ListUsersReply';
import type { ListUsersRequest as _countersign_admin_v1_ListUsersRequest, ListUsersRequest__Output as _countersign_admin_v1_ListUsersRequest__Output } from '../../../countersign/admin/v1/ListUsersRequest';
import type { Machine as _countersign_admin_v1_Machine, Machine__Output as _countersign_admin_v1_Machine__Output } from '../../../countersign/admin/v1/Machine';
import type { MakeCheckpointRequest as _countersign_admin_v1_MakeCheckpointRequest, MakeCheckpointRequest__Output as _countersign_admin_v1_MakeCheckpointRequest__Output } from '../../../countersign/admin/v1/MakeCheckpointRequest';
import type { OverrideLimitRequest as _countersign_admin_v1_OverrideLimitRequest, OverrideLimitRequest__Output as _countersign_admin_v1_OverrideLimitRequest__Output } from '../../../countersign/admin/v1/OverrideLimitRequest';
import type { Permit as _countersign_admin_v1_Permit, Permit__Output as _countersign_admin_v1_Permit__Output } from '../../../countersign/admin/v1/Permit';
import type { Platform as _countersign_admin_v1_Platform, Platform__Output as _countersign_admin_v1_Platform__Output } from '../../../countersign/admin/v1/Platform';
import type { Policy as _countersign_admin_v1_Policy, Policy__Output as _countersign_admin_v1_Policy__Output } from '../../../countersign/admin/v1/Policy';
import type { ProposeChangeRequest as _countersign_admin_v1_ProposeChangeRequest, ProposeChangeRequest__Output as _countersign_admin_v1_ProposeChangeRequest__Output } from '../../../countersign/admin/v1/ProposeChangeRequest';
import type { ProposedChange as _countersign_admin_v1_ProposedChange, ProposedChange__Output as _countersign_admin_v1_ProposedChange__Output } from '../../../countersign/admin/v1/ProposedChange';
import type { PublishPolicyRequest as _countersign_admin_v1_PublishPolicyRequest, PublishPolicyRequest__Output as _countersign_admin_v1_PublishPolicyRequest__Output } from '../../../countersign/admin/v1/PublishPolicyRequest';
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
import type { SpendTokenReply as _countersign_admin_v1_SpendTokenReply, SpendTokenReply__Output as _countersign_admin_v1_SpendTokenReply__Output } from '../../../countersign/admin/v1/SpendTokenReply';
import type { SpendTokenRequest as _countersign_admin_v1_SpendTokenRequest, SpendTokenRequest__Output as _countersign_admin_v1_SpendTokenRequest__Output } from '../../../countersign/admin/v1/SpendTokenRequest';
import type { Tier as _countersign_admin_v1_Tier, Tier__Output as _countersign_admin_v1_Tier__Output } from '../../../countersign/admin/v1/Tier';
import type { UpdateMachineRequest as _countersign_admin_v1_UpdateMachineRequest, UpdateMachineRequest__Output as _countersign_admin_v1_UpdateMachineRequest__Output } from '../../../countersign/admin/v1/UpdateMachineRequest';
import type { UpdateUserRequest as _countersign_admin_v1_UpdateUserRequest, UpdateUserRequest__Output as _countersign_admin_v1_UpdateUserRequest__Output } from '../../../countersign/admin/v1/UpdateUserRequest';
import type { User as _countersign_admin_v1_User, User__Output as _countersign_admin_v1_User__Output } from '../../../countersign/admin/v1/User';
import type { ValidatePolicyReply as _countersign_admin_v1_ValidatePolicyReply, ValidatePolicyReply__Output as _countersign_admin_v1_ValidatePolicyReply__Output } from '../../../countersign/admin/v1/ValidatePolicyReply';
import type { ValidatePolicyRequest as _countersign_admin_v1_ValidatePolicyRequest, ValidatePolicyRequest__Output as _countersign_admin_v1_ValidatePolicyRequest__Output } from '../../../countersign/admin/v1/ValidatePolicyRequest';
import type { VerifyEventsReply as _countersign_admin_v1_VerifyEventsReply, VerifyEventsReply__Output as _countersign_admin_v1_VerifyEventsReply__Output } from '../../../countersign/admin/v1/VerifyEventsReply';
import type { VerifyEventsRequest as _countersign_admin_v1_VerifyEventsRequest, VerifyEventsRequest__Output as _countersign_admin_v1_VerifyEventsRequest__Output } from '../../../countersign/admin/v1/VerifyEventsRequest';
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
  
  ApproveChange(argument: _countersign_admin_v1_DecideChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  ApproveChange(argument: _countersign_admin_v1_DecideChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  ApproveChange(argument: _countersign_admin_v1_DecideChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  ApproveChange(argument: _countersign_admin_v1_DecideChangeRequest, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  approveChange(argument: _countersign_admin_v1_DecideChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  approveChange(argument: _countersign_admin_v1_DecideChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  approveChange(argument: _countersign_admin_v1_DecideChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  approveChange(argument: _countersign_admin_v1_DecideChangeRequest, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  
  BacktestPolicy(argument: _countersign_admin_v1_BacktestPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_BacktestPolicyReply__Output>): grpc.ClientUnaryCall;
  BacktestPolicy(argument: _countersign_admin_v1_BacktestPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_BacktestPolicyReply__Output>): grpc.ClientUnaryCall;
  BacktestPolicy(argument: _countersign_admin_v1_BacktestPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_BacktestPolicyReply__Output>): grpc.ClientUnaryCall;
  BacktestPolicy(argument: _countersign_admin_v1_BacktestPolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_BacktestPolicyReply__Output>): grpc.ClientUnaryCall;
  backtestPolicy(argument: _countersign_admin_v1_BacktestPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_BacktestPolicyReply__Output>): grpc.ClientUnaryCall;
  backtestPolicy(argument: _countersign_admin_v1_BacktestPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_BacktestPolicyReply__Output>): grpc.ClientUnaryCall;
  backtestPolicy(argument: _countersign_admin_v1_BacktestPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_BacktestPolicyReply__Output>): grpc.ClientUnaryCall;
  backtestPolicy(argument: _countersign_admin_v1_BacktestPolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_BacktestPolicyReply__Output>): grpc.ClientUnaryCall;
  
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
  
  DraftPolicy(argument: _countersign_admin_v1_DraftPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  DraftPolicy(argument: _countersign_admin_v1_DraftPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  DraftPolicy(argument: _countersign_admin_v1_DraftPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  DraftPolicy(argument: _countersign_admin_v1_DraftPolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  draftPolicy(argument: _countersign_admin_v1_DraftPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  draftPolicy(argument: _countersign_admin_v1_DraftPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  draftPolicy(argument: _countersign_admin_v1_DraftPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  draftPolicy(argument: _countersign_admin_v1_DraftPolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  
  EnableChain(argument: _countersign_admin_v1_EnableChainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  EnableChain(argument: _countersign_admin_v1_EnableChainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  EnableChain(argument: _countersign_admin_v1_EnableChainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  EnableChain(argument: _countersign_admin_v1_EnableChainRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  enableChain(argument: _countersign_admin_v1_EnableChainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  enableChain(argument: _countersign_admin_v1_EnableChainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  enableChain(argument: _countersign_admin_v1_EnableChainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  enableChain(argument: _countersign_admin_v1_EnableChainRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  GetAuditKey(argument: _countersign_admin_v1_GetAuditKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_AuditKey__Output>): grpc.ClientUnaryCall;
  GetAuditKey(argument: _countersign_admin_v1_GetAuditKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_AuditKey__Output>): grpc.ClientUnaryCall;
  GetAuditKey(argument: _countersign_admin_v1_GetAuditKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_AuditKey__Output>): grpc.ClientUnaryCall;
  GetAuditKey(argument: _countersign_admin_v1_GetAuditKeyRequest, callback: grpc.requestCallback<_countersign_admin_v1_AuditKey__Output>): grpc.ClientUnaryCall;
  getAuditKey(argument: _countersign_admin_v1_GetAuditKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_AuditKey__Output>): grpc.ClientUnaryCall;
  getAuditKey(argument: _countersign_admin_v1_GetAuditKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_AuditKey__Output>): grpc.ClientUnaryCall;
  getAuditKey(argument: _countersign_admin_v1_GetAuditKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_AuditKey__Output>): grpc.ClientUnaryCall;
  getAuditKey(argument: _countersign_admin_v1_GetAuditKeyRequest, callback: grpc.requestCallback<_countersign_admin_v1_AuditKey__Output>): grpc.ClientUnaryCall;
  
  GetChange(argument: _countersign_admin_v1_GetChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  GetChange(argument: _countersign_admin_v1_GetChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  GetChange(argument: _countersign_admin_v1_GetChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  GetChange(argument: _countersign_admin_v1_GetChangeRequest, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  getChange(argument: _countersign_admin_v1_GetChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  getChange(argument: _countersign_admin_v1_GetChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  getChange(argument: _countersign_admin_v1_GetChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  getChange(argument: _countersign_admin_v1_GetChangeRequest, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  
  GetCursor(argument: _countersign_admin_v1_GetCursorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  GetCursor(argument: _countersign_admin_v1_GetCursorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  GetCursor(argument: _countersign_admin_v1_GetCursorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  GetCursor(argument: _countersign_admin_v1_GetCursorRequest, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  getCursor(argument: _countersign_admin_v1_GetCursorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  getCursor(argument: _countersign_admin_v1_GetCursorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  getCursor(argument: _countersign_admin_v1_GetCursorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  getCursor(argument: _countersign_admin_v1_GetCursorRequest, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  
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
  
  GetMachine(argument: _countersign_admin_v1_GetMachineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Machine__Output>): grpc.ClientUnaryCall;
  GetMachine(argument: _countersign_admin_v1_GetMachineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Machine__Output>): grpc.ClientUnaryCall;
  GetMachine(argument: _countersign_admin_v1_GetMachineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Machine__Output>): grpc.ClientUnaryCall;
  GetMachine(argument: _countersign_admin_v1_GetMachineRequest, callback: grpc.requestCallback<_countersign_admin_v1_Machine__Output>): grpc.ClientUnaryCall;
  getMachine(argument: _countersign_admin_v1_GetMachineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Machine__Output>): grpc.ClientUnaryCall;
  getMachine(argument: _countersign_admin_v1_GetMachineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Machine__Output>): grpc.ClientUnaryCall;
  getMachine(argument: _countersign_admin_v1_GetMachineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Machine__Output>): grpc.ClientUnaryCall;
  getMachine(argument: _countersign_admin_v1_GetMachineRequest, callback: grpc.requestCallback<_countersign_admin_v1_Machine__Output>): grpc.ClientUnaryCall;
  
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
  
  GetPolicy(argument: _countersign_admin_v1_GetPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  GetPolicy(argument: _countersign_admin_v1_GetPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  GetPolicy(argument: _countersign_admin_v1_GetPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  GetPolicy(argument: _countersign_admin_v1_GetPolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  getPolicy(argument: _countersign_admin_v1_GetPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  getPolicy(argument: _countersign_admin_v1_GetPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  getPolicy(argument: _countersign_admin_v1_GetPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  getPolicy(argument: _countersign_admin_v1_GetPolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  
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
  
  ListChanges(argument: _countersign_admin_v1_ListChangesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListChangesReply__Output>): grpc.ClientUnaryCall;
  ListChanges(argument: _countersign_admin_v1_ListChangesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListChangesReply__Output>): grpc.ClientUnaryCall;
  ListChanges(argument: _countersign_admin_v1_ListChangesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListChangesReply__Output>): grpc.ClientUnaryCall;
  ListChanges(argument: _countersign_admin_v1_ListChangesRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListChangesReply__Output>): grpc.ClientUnaryCall;
  listChanges(argument: _countersign_admin_v1_ListChangesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListChangesReply__Output>): grpc.ClientUnaryCall;
  listChanges(argument: _countersign_admin_v1_ListChangesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListChangesReply__Output>): grpc.ClientUnaryCall;
  listChanges(argument: _countersign_admin_v1_ListChangesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListChangesReply__Output>): grpc.ClientUnaryCall;
  listChanges(argument: _countersign_admin_v1_ListChangesRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListChangesReply__Output>): grpc.ClientUnaryCall;
  
  ListDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  ListDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  ListDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  ListDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _countersign_admin_v1_ListDecisionsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListDecisionsReply__Output>): grpc.ClientUnaryCall;
  
  ListDestinations(argument: _countersign_admin_v1_ListDestinationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDestinationsReply__Output>): grpc.ClientUnaryCall;
  ListDestinations(argument: _countersign_admin_v1_ListDestinationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListDestinationsReply__Output>): grpc.ClientUnaryCall;
  ListDestinations(argument: _countersign_admin_v1_ListDestinationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDestinationsReply__Output>): grpc.ClientUnaryCall;
  ListDestinations(argument: _countersign_admin_v1_ListDestinationsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListDestinationsReply__Output>): grpc.ClientUnaryCall;
  listDestinations(argument: _countersign_admin_v1_ListDestinationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDestinationsReply__Output>): grpc.ClientUnaryCall;
  listDestinations(argument: _countersign_admin_v1_ListDestinationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListDestinationsReply__Output>): grpc.ClientUnaryCall;
  listDestinations(argument: _countersign_admin_v1_ListDestinationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListDestinationsReply__Output>): grpc.ClientUnaryCall;
  listDestinations(argument: _countersign_admin_v1_ListDestinationsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListDestinationsReply__Output>): grpc.ClientUnaryCall;
  
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  ListEvents(argument: _countersign_admin_v1_ListEventsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  listEvents(argument: _countersign_admin_v1_ListEventsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListEventsReply__Output>): grpc.ClientUnaryCall;
  
  ListFreezes(argument: _countersign_admin_v1_ListFreezesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListFreezesReply__Output>): grpc.ClientUnaryCall;
  ListFreezes(argument: _countersign_admin_v1_ListFreezesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListFreezesReply__Output>): grpc.ClientUnaryCall;
  ListFreezes(argument: _countersign_admin_v1_ListFreezesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListFreezesReply__Output>): grpc.ClientUnaryCall;
  ListFreezes(argument: _countersign_admin_v1_ListFreezesRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListFreezesReply__Output>): grpc.ClientUnaryCall;
  listFreezes(argument: _countersign_admin_v1_ListFreezesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListFreezesReply__Output>): grpc.ClientUnaryCall;
  listFreezes(argument: _countersign_admin_v1_ListFreezesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListFreezesReply__Output>): grpc.ClientUnaryCall;
  listFreezes(argument: _countersign_admin_v1_ListFreezesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListFreezesReply__Output>): grpc.ClientUnaryCall;
  listFreezes(argument: _countersign_admin_v1_ListFreezesRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListFreezesReply__Output>): grpc.ClientUnaryCall;
  
  ListMachines(argument: _countersign_admin_v1_ListMachinesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListMachinesReply__Output>): grpc.ClientUnaryCall;
  ListMachines(argument: _countersign_admin_v1_ListMachinesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListMachinesReply__Output>): grpc.ClientUnaryCall;
  ListMachines(argument: _countersign_admin_v1_ListMachinesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListMachinesReply__Output>): grpc.ClientUnaryCall;
  ListMachines(argument: _countersign_admin_v1_ListMachinesRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListMachinesReply__Output>): grpc.ClientUnaryCall;
  listMachines(argument: _countersign_admin_v1_ListMachinesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListMachinesReply__Output>): grpc.ClientUnaryCall;
  listMachines(argument: _countersign_admin_v1_ListMachinesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListMachinesReply__Output>): grpc.ClientUnaryCall;
  listMachines(argument: _countersign_admin_v1_ListMachinesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListMachinesReply__Output>): grpc.ClientUnaryCall;
  listMachines(argument: _countersign_admin_v1_ListMachinesRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListMachinesReply__Output>): grpc.ClientUnaryCall;
  
  ListNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  ListNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  ListNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  ListNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _countersign_admin_v1_ListNotificationsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListNotificationsReply__Output>): grpc.ClientUnaryCall;
  
  ListPermits(argument: _countersign_admin_v1_ListPermitsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListPermitsReply__Output>): grpc.ClientUnaryCall;
  ListPermits(argument: _countersign_admin_v1_ListPermitsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListPermitsReply__Output>): grpc.ClientUnaryCall;
  ListPermits(argument: _countersign_admin_v1_ListPermitsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListPermitsReply__Output>): grpc.ClientUnaryCall;
  ListPermits(argument: _countersign_admin_v1_ListPermitsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListPermitsReply__Output>): grpc.ClientUnaryCall;
  listPermits(argument: _countersign_admin_v1_ListPermitsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListPermitsReply__Output>): grpc.ClientUnaryCall;
  listPermits(argument: _countersign_admin_v1_ListPermitsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListPermitsReply__Output>): grpc.ClientUnaryCall;
  listPermits(argument: _countersign_admin_v1_ListPermitsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListPermitsReply__Output>): grpc.ClientUnaryCall;
  listPermits(argument: _countersign_admin_v1_ListPermitsRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListPermitsReply__Output>): grpc.ClientUnaryCall;
  
  ListPolicies(argument: _countersign_admin_v1_ListPoliciesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListPoliciesReply__Output>): grpc.ClientUnaryCall;
  ListPolicies(argument: _countersign_admin_v1_ListPoliciesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListPoliciesReply__Output>): grpc.ClientUnaryCall;
  ListPolicies(argument: _countersign_admin_v1_ListPoliciesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListPoliciesReply__Output>): grpc.ClientUnaryCall;
  ListPolicies(argument: _countersign_admin_v1_ListPoliciesRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListPoliciesReply__Output>): grpc.ClientUnaryCall;
  listPolicies(argument: _countersign_admin_v1_ListPoliciesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListPoliciesReply__Output>): grpc.ClientUnaryCall;
  listPolicies(argument: _countersign_admin_v1_ListPoliciesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ListPoliciesReply__Output>): grpc.ClientUnaryCall;
  listPolicies(argument: _countersign_admin_v1_ListPoliciesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ListPoliciesReply__Output>): grpc.ClientUnaryCall;
  listPolicies(argument: _countersign_admin_v1_ListPoliciesRequest, callback: grpc.requestCallback<_countersign_admin_v1_ListPoliciesReply__Output>): grpc.ClientUnaryCall;
  
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
  
  MakeCheckpoint(argument: _countersign_admin_v1_MakeCheckpointRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Checkpoint__Output>): grpc.ClientUnaryCall;
  MakeCheckpoint(argument: _countersign_admin_v1_MakeCheckpointRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Checkpoint__Output>): grpc.ClientUnaryCall;
  MakeCheckpoint(argument: _countersign_admin_v1_MakeCheckpointRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Checkpoint__Output>): grpc.ClientUnaryCall;
  MakeCheckpoint(argument: _countersign_admin_v1_MakeCheckpointRequest, callback: grpc.requestCallback<_countersign_admin_v1_Checkpoint__Output>): grpc.ClientUnaryCall;
  makeCheckpoint(argument: _countersign_admin_v1_MakeCheckpointRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Checkpoint__Output>): grpc.ClientUnaryCall;
  makeCheckpoint(argument: _countersign_admin_v1_MakeCheckpointRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Checkpoint__Output>): grpc.ClientUnaryCall;
  makeCheckpoint(argument: _countersign_admin_v1_MakeCheckpointRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Checkpoint__Output>): grpc.ClientUnaryCall;
  makeCheckpoint(argument: _countersign_admin_v1_MakeCheckpointRequest, callback: grpc.requestCallback<_countersign_admin_v1_Checkpoint__Output>): grpc.ClientUnaryCall;
  
  MoveCursor(argument: _countersign_admin_v1_Cursor, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  MoveCursor(argument: _countersign_admin_v1_Cursor, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  MoveCursor(argument: _countersign_admin_v1_Cursor, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  MoveCursor(argument: _countersign_admin_v1_Cursor, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  moveCursor(argument: _countersign_admin_v1_Cursor, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  moveCursor(argument: _countersign_admin_v1_Cursor, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  moveCursor(argument: _countersign_admin_v1_Cursor, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  moveCursor(argument: _countersign_admin_v1_Cursor, callback: grpc.requestCallback<_countersign_admin_v1_Cursor__Output>): grpc.ClientUnaryCall;
  
  OverrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  OverrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  OverrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  OverrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  overrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  overrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  overrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  overrideLimit(argument: _countersign_admin_v1_OverrideLimitRequest, callback: grpc.requestCallback<_countersign_admin_v1_Changed__Output>): grpc.ClientUnaryCall;
  
  ProposeChange(argument: _countersign_admin_v1_ProposeChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  ProposeChange(argument: _countersign_admin_v1_ProposeChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  ProposeChange(argument: _countersign_admin_v1_ProposeChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  ProposeChange(argument: _countersign_admin_v1_ProposeChangeRequest, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  proposeChange(argument: _countersign_admin_v1_ProposeChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  proposeChange(argument: _countersign_admin_v1_ProposeChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  proposeChange(argument: _countersign_admin_v1_ProposeChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  proposeChange(argument: _countersign_admin_v1_ProposeChangeRequest, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  
  PublishPolicy(argument: _countersign_admin_v1_PublishPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  PublishPolicy(argument: _countersign_admin_v1_PublishPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  PublishPolicy(argument: _countersign_admin_v1_PublishPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  PublishPolicy(argument: _countersign_admin_v1_PublishPolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  publishPolicy(argument: _countersign_admin_v1_PublishPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  publishPolicy(argument: _countersign_admin_v1_PublishPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  publishPolicy(argument: _countersign_admin_v1_PublishPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  publishPolicy(argument: _countersign_admin_v1_PublishPolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_Policy__Output>): grpc.ClientUnaryCall;
  
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
  
  RejectChange(argument: _countersign_admin_v1_DecideChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  RejectChange(argument: _countersign_admin_v1_DecideChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  RejectChange(argument: _countersign_admin_v1_DecideChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  RejectChange(argument: _countersign_admin_v1_DecideChangeRequest, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  rejectChange(argument: _countersign_admin_v1_DecideChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  rejectChange(argument: _countersign_admin_v1_DecideChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  rejectChange(argument: _countersign_admin_v1_DecideChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  rejectChange(argument: _countersign_admin_v1_DecideChangeRequest, callback: grpc.requestCallback<_countersign_admin_v1_ProposedChange__Output>): grpc.ClientUnaryCall;
  
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
  
  SpendToken(argument: _countersign_admin_v1_SpendTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_SpendTokenReply__Output>): grpc.ClientUnaryCall;
  SpendToken(argument: _countersign_admin_v1_SpendTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_SpendTokenReply__Output>): grpc.ClientUnaryCall;
  SpendToken(argument: _countersign_admin_v1_SpendTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_SpendTokenReply__Output>): grpc.ClientUnaryCall;
  SpendToken(argument: _countersign_admin_v1_SpendTokenRequest, callback: grpc.requestCallback<_countersign_admin_v1_SpendTokenReply__Output>): grpc.ClientUnaryCall;
  spendToken(argument: _countersign_admin_v1_SpendTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_SpendTokenReply__Output>): grpc.ClientUnaryCall;
  spendToken(argument: _countersign_admin_v1_SpendTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_SpendTokenReply__Output>): grpc.ClientUnaryCall;
  spendToken(argument: _countersign_admin_v1_SpendTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_SpendTokenReply__Output>): grpc.ClientUnaryCall;
  spendToken(argument: _countersign_admin_v1_SpendTokenRequest, callback: grpc.requestCallback<_countersign_admin_v1_SpendTokenReply__Output>): grpc.ClientUnaryCall;
  
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
  
  ValidatePolicy(argument: _countersign_admin_v1_ValidatePolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ValidatePolicyReply__Output>): grpc.ClientUnaryCall;
  ValidatePolicy(argument: _countersign_admin_v1_ValidatePolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ValidatePolicyReply__Output>): grpc.ClientUnaryCall;
  ValidatePolicy(argument: _countersign_admin_v1_ValidatePolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ValidatePolicyReply__Output>): grpc.ClientUnaryCall;
  ValidatePolicy(argument: _countersign_admin_v1_ValidatePolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_ValidatePolicyReply__Output>): grpc.ClientUnaryCall;
  validatePolicy(argument: _countersign_admin_v1_ValidatePolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ValidatePolicyReply__Output>): grpc.ClientUnaryCall;
  validatePolicy(argument: _countersign_admin_v1_ValidatePolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_ValidatePolicyReply__Output>): grpc.ClientUnaryCall;
  validatePolicy(argument: _countersign_admin_v1_ValidatePolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_ValidatePolicyReply__Output>): grpc.ClientUnaryCall;
  validatePolicy(argument: _countersign_admin_v1_ValidatePolicyRequest, callback: grpc.requestCallback<_countersign_admin_v1_ValidatePolicyReply__Output>): grpc.ClientUnaryCall;
  
  VerifyEvents(argument: _countersign_admin_v1_VerifyEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_VerifyEventsReply__Output>): grpc.ClientUnaryCall;
  VerifyEvents(argument: _countersign_admin_v1_VerifyEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_VerifyEventsReply__Output>): grpc.ClientUnaryCall;
  VerifyEvents(argument: _countersign_admin_v1_VerifyEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_VerifyEventsReply__Output>): grpc.ClientUnaryCall;
  VerifyEvents(argument: _countersign_admin_v1_VerifyEventsRequest, callback: grpc.requestCallback<_countersign_admin_v1_VerifyEventsReply__Output>): grpc.ClientUnaryCall;
  verifyEvents(argument: _countersign_admin_v1_VerifyEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_VerifyEventsReply__Output>): grpc.ClientUnaryCall;
  verifyEvents(argument: _countersign_admin_v1_VerifyEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_countersign_admin_v1_VerifyEventsReply__Output>): grpc.ClientUnaryCall;
  verifyEvents(argument: _countersign_admin_v1_VerifyEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_countersign_admin_v1_VerifyEventsReply__Output>): grpc.ClientUnaryCall;
  verifyEvents(argument: _countersign_admin_v1_VerifyEventsRequest, callback: grpc.requestCallback<_countersign_admin_v1_VerifyEventsReply__Output>): grpc.ClientUnaryCall;
  
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
  
  ApproveChange: grpc.handleUnaryCall<_countersign_admin_v1_DecideChangeRequest__Output, _countersign_admin_v1_ProposedChange>;
  
  BacktestPolicy: grpc.handleUnaryCall<_countersign_admin_v1_BacktestPolicyRequest__Output, _countersign_admin_v1_BacktestPolicyReply>;
  
  ChangeSettings: grpc.handleUnaryCall<_countersign_admin_v1_ChangeSettingsRequest__Output, _countersign_admin_v1_Changed>;
  
  ChangeTier: grpc.handleUnaryCall<_countersign_admin_v1_ChangeTierRequest__Output, _countersign_admin_v1_Changed>;
  
  CreateMachine: grpc.handleUnaryCall<_countersign_admin_v1_CreateMachineRequest__Output, _countersign_admin_v1_Changed>;
  
  CreateTier: grpc.handleUnaryCall<_countersign_admin_v1_CreateTierRequest__Output, _countersign_admin_v1_Changed>;
  
  CreateUser: grpc.handleUnaryCall<_countersign_admin_v1_CreateUserRequest__Output, _countersign_admin_v1_Changed>;
  
  DisableChain: grpc.handleUnaryCall<_countersign_admin_v1_DisableChainRequest__Output, _countersign_admin_v1_Changed>;
  
  DraftPolicy: grpc.handleUnaryCall<_countersign_admin_v1_DraftPolicyRequest__Output, _countersign_admin_v1_Policy>;
  
  EnableChain: grpc.handleUnaryCall<_countersign_admin_v1_EnableChainRequest__Output, _countersign_admin_v1_Changed>;
  
  GetAuditKey: grpc.handleUnaryCall<_countersign_admin_v1_GetAuditKeyRequest__Output, _countersign_admin_v1_AuditKey>;
  
  GetChange: grpc.handleUnaryCall<_countersign_admin_v1_GetChangeRequest__Output, _countersign_admin_v1_ProposedChange>;
  
  GetCursor: grpc.handleUnaryCall<_countersign_admin_v1_GetCursorRequest__Output, _countersign_admin_v1_Cursor>;
  
  GetDecision: grpc.handleUnaryCall<_countersign_admin_v1_GetDecisionRequest__Output, _countersign_admin_v1_Decision>;
  
  GetEffectiveLimits: grpc.handleUnaryCall<_countersign_admin_v1_GetEffectiveLimitsRequest__Output, _countersign_admin_v1_EffectiveLimits>;
  
  GetMachine: grpc.handleUnaryCall<_countersign_admin_v1_GetMachineRequest__Output, _countersign_admin_v1_Machine>;
  
  GetPermit: grpc.handleUnaryCall<_countersign_admin_v1_GetPermitRequest__Output, _countersign_admin_v1_Permit>;
  
  GetPlatform: grpc.handleUnaryCall<_countersign_admin_v1_GetPlatformRequest__Output, _countersign_admin_v1_Platform>;
  
  GetPolicy: grpc.handleUnaryCall<_countersign_admin_v1_GetPolicyRequest__Output, _countersign_admin_v1_Policy>;
  
  GetTier: grpc.handleUnaryCall<_countersign_admin_v1_GetTierRequest__Output, _countersign_admin_v1_Tier>;
  
  GetUser: grpc.handleUnaryCall<_countersign_admin_v1_GetUserRequest__Output, _countersign_admin_v1_User>;
  
  ListChanges: grpc.handleUnaryCall<_countersign_admin_v1_ListChangesRequest__Output, _countersign_admin_v1_ListChangesReply>;
  
  ListDecisions: grpc.handleUnaryCall<_countersign_admin_v1_ListDecisionsRequest__Output, _countersign_admin_v1_ListDecisionsReply>;
  
  ListDestinations: grpc.handleUnaryCall<_countersign_admin_v1_ListDestinationsRequest__Output, _countersign_admin_v1_ListDestinationsReply>;
  
  ListEvents: grpc.handleUnaryCall<_countersign_admin_v1_ListEventsRequest__Output, _countersign_admin_v1_ListEventsReply>;
  
  ListFreezes: grpc.handleUnaryCall<_countersign_admin_v1_ListFreezesRequest__Output, _countersign_admin_v1_ListFreezesReply>;
  
  ListMachines: grpc.handleUnaryCall<_countersign_admin_v1_ListMachinesRequest__Output, _countersign_admin_v1_ListMachinesReply>;
  
  ListNotifications: grpc.handleUnaryCall<_countersign_admin_v1_ListNotificationsRequest__Output, _countersign_admin_v1_ListNotificationsReply>;
  
  ListPermits: grpc.handleUnaryCall<_countersign_admin_v1_ListPermitsRequest__Output, _countersign_admin_v1_ListPermitsReply>;
  
  ListPolicies: grpc.handleUnaryCall<_countersign_admin_v1_ListPoliciesRequest__Output, _countersign_admin_v1_ListPoliciesReply>;
  
  ListTiers: grpc.handleUnaryCall<_countersign_admin_v1_ListTiersRequest__Output, _countersign_admin_v1_ListTiersReply>;
  
  ListUsers: grpc.handleUnaryCall<_countersign_admin_v1_ListUsersRequest__Output, _countersign_admin_v1_ListUsersReply>;
  
  MakeCheckpoint: grpc.handleUnaryCall<_countersign_admin_v1_MakeCheckpointRequest__Output, _countersign_admin_v1_Checkpoint>;
  
  MoveCursor: grpc.handleUnaryCall<_countersign_admin_v1_Cursor__Output, _countersign_admin_v1_Cursor>;
  
  OverrideLimit: grpc.handleUnaryCall<_countersign_admin_v1_OverrideLimitRequest__Output, _countersign_admin_v1_Changed>;
  
  ProposeChange: grpc.handleUnaryCall<_countersign_admin_v1_ProposeChangeRequest__Output, _countersign_admin_v1_ProposedChange>;
  
  PublishPolicy: grpc.handleUnaryCall<_countersign_admin_v1_PublishPolicyRequest__Output, _countersign_admin_v1_Policy>;
  
  PushBalance: grpc.handleUnaryCall<_countersign_admin_v1_PushBalanceRequest__Output, _countersign_admin_v1_Changed>;
  
  ReconcilePermit: grpc.handleUnaryCall<_countersign_admin_v1_ReconcilePermitRequest__Output, _countersign_admin_v1_Changed>;
  
  RegisterPermit: grpc.handleUnaryCall<_countersign_admin_v1_RegisterPermitRequest__Output, _countersign_admin_v1_RegisterPermitReply>;
  
  RejectChange: grpc.handleUnaryCall<_countersign_admin_v1_DecideChangeRequest__Output, _countersign_admin_v1_ProposedChange>;
  
  ReleasePermit: grpc.handleUnaryCall<_countersign_admin_v1_ReleasePermitRequest__Output, _countersign_admin_v1_Changed>;
  
  RemoveOverride: grpc.handleUnaryCall<_countersign_admin_v1_RemoveOverrideRequest__Output, _countersign_admin_v1_Changed>;
  
  RevokeDestination: grpc.handleUnaryCall<_countersign_admin_v1_RevokeDestinationRequest__Output, _countersign_admin_v1_Changed>;
  
  SetCredentials: grpc.handleUnaryCall<_countersign_admin_v1_SetCredentialsRequest__Output, _countersign_admin_v1_Changed>;
  
  SetFreeze: grpc.handleUnaryCall<_countersign_admin_v1_SetFreezeRequest__Output, _countersign_admin_v1_Changed>;
  
  SetTierLimits: grpc.handleUnaryCall<_countersign_admin_v1_SetTierLimitsRequest__Output, _countersign_admin_v1_Changed>;
  
  SetUserLimits: grpc.handleUnaryCall<_countersign_admin_v1_SetUserLimitsRequest__Output, _countersign_admin_v1_Changed>;
  
  SettlePermit: grpc.handleUnaryCall<_countersign_admin_v1_SettlePermitRequest__Output, _countersign_admin_v1_Changed>;
  
  SpendToken: grpc.handleUnaryCall<_countersign_admin_v1_SpendTokenRequest__Output, _countersign_admin_v1_SpendTokenReply>;
  
  UpdateMachine: grpc.handleUnaryCall<_countersign_admin_v1_UpdateMachineRequest__Output, _countersign_admin_v1_Changed>;
  
  UpdateUser: grpc.handleUnaryCall<_countersign_admin_v1_UpdateUserRequest__Output, _countersign_admin_v1_Changed>;
  
  ValidatePolicy: grpc.handleUnaryCall<_countersign_admin_v1_ValidatePolicyRequest__Output, _countersign_admin_v1_ValidatePolicyReply>;
  
  VerifyEvents: grpc.handleUnaryCall<_countersign_admin_v1_VerifyEventsRequest__Output, _countersign_admin_v1_VerifyEventsReply>;
  
  WaiveCoolingOff: grpc.handleUnaryCall<_countersign_admin_v1_WaiveCoolingOffRequest__Output, _countersign_admin_v1_Changed>;
  
}

export interface AdminDefinition extends grpc.ServiceDefinition {
  AddDestination: MethodDefinition<_countersign_admin_v1_AddDestinationRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_AddDestinationRequest__Output, _countersign_admin_v1_Changed__Output>
  ApproveChange: MethodDefinition<_countersign_admin_v1_DecideChangeRequest, _countersign_admin_v1_ProposedChange, _countersign_admin_v1_DecideChangeRequest__Output, _countersign_admin_v1_ProposedChange__Output>
  BacktestPolicy: MethodDefinition<_countersign_admin_v1_BacktestPolicyRequest, _countersign_admin_v1_BacktestPolicyReply, _countersign_admin_v1_BacktestPolicyRequest__Output, _countersign_admin_v1_BacktestPolicyReply__Output>
  ChangeSettings: MethodDefinition<_countersign_admin_v1_ChangeSettingsRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_ChangeSettingsRequest__Output, _countersign_admin_v1_Changed__Output>
  ChangeTier: MethodDefinition<_countersign_admin_v1_ChangeTierRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_ChangeTierRequest__Output, _countersign_admin_v1_Changed__Output>
  CreateMachine: MethodDefinition<_countersign_admin_v1_CreateMachineRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_CreateMachineRequest__Output, _countersign_admin_v1_Changed__Output>
  CreateTier: MethodDefinition<_countersign_admin_v1_CreateTierRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_CreateTierRequest__Output, _countersign_admin_v1_Changed__Output>
  CreateUser: MethodDefinition<_countersign_admin_v1_CreateUserRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_CreateUserRequest__Output, _countersign_admin_v1_Changed__Output>
  DisableChain: MethodDefinition<_countersign_admin_v1_DisableChainRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_DisableChainRequest__Output, _countersign_admin_v1_Changed__Output>
  DraftPolicy: MethodDefinition<_countersign_admin_v1_DraftPolicyRequest, _countersign_admin_v1_Policy, _countersign_admin_v1_DraftPolicyRequest__Output, _countersign_admin_v1_Policy__Output>
  EnableChain: MethodDefinition<_countersign_admin_v1_EnableChainRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_EnableChainRequest__Output, _countersign_admin_v1_Changed__Output>
  GetAuditKey: MethodDefinition<_countersign_admin_v1_GetAuditKeyRequest, _countersign_admin_v1_AuditKey, _countersign_admin_v1_GetAuditKeyRequest__Output, _countersign_admin_v1_AuditKey__Output>
  GetChange: MethodDefinition<_countersign_admin_v1_GetChangeRequest, _countersign_admin_v1_ProposedChange, _countersign_admin_v1_GetChangeRequest__Output, _countersign_admin_v1_ProposedChange__Output>
  GetCursor: MethodDefinition<_countersign_admin_v1_GetCursorRequest, _countersign_admin_v1_Cursor, _countersign_admin_v1_GetCursorRequest__Output, _countersign_admin_v1_Cursor__Output>
  GetDecision: MethodDefinition<_countersign_admin_v1_GetDecisionRequest, _countersign_admin_v1_Decision, _countersign_admin_v1_GetDecisionRequest__Output, _countersign_admin_v1_Decision__Output>
  GetEffectiveLimits: MethodDefinition<_countersign_admin_v1_GetEffectiveLimitsRequest, _countersign_admin_v1_EffectiveLimits, _countersign_admin_v1_GetEffectiveLimitsRequest__Output, _countersign_admin_v1_EffectiveLimits__Output>
  GetMachine: MethodDefinition<_countersign_admin_v1_GetMachineRequest, _countersign_admin_v1_Machine, _countersign_admin_v1_GetMachineRequest__Output, _countersign_admin_v1_Machine__Output>
  GetPermit: MethodDefinition<_countersign_admin_v1_GetPermitRequest, _countersign_admin_v1_Permit, _countersign_admin_v1_GetPermitRequest__Output, _countersign_admin_v1_Permit__Output>
  GetPlatform: MethodDefinition<_countersign_admin_v1_GetPlatformRequest, _countersign_admin_v1_Platform, _countersign_admin_v1_GetPlatformRequest__Output, _countersign_admin_v1_Platform__Output>
  GetPolicy: MethodDefinition<_countersign_admin_v1_GetPolicyRequest, _countersign_admin_v1_Policy, _countersign_admin_v1_GetPolicyRequest__Output, _countersign_admin_v1_Policy__Output>
  GetTier: MethodDefinition<_countersign_admin_v1_GetTierRequest, _countersign_admin_v1_Tier, _countersign_admin_v1_GetTierRequest__Output, _countersign_admin_v1_Tier__Output>
  GetUser: MethodDefinition<_countersign_admin_v1_GetUserRequest, _countersign_admin_v1_User, _countersign_admin_v1_GetUserRequest__Output, _countersign_admin_v1_User__Output>
  ListChanges: MethodDefinition<_countersign_admin_v1_ListChangesRequest, _countersign_admin_v1_ListChangesReply, _countersign_admin_v1_ListChangesRequest__Output, _countersign_admin_v1_ListChangesReply__Output>
  ListDecisions: MethodDefinition<_countersign_admin_v1_ListDecisionsRequest, _countersign_admin_v1_ListDecisionsReply, _countersign_admin_v1_ListDecisionsRequest__Output, _countersign_admin_v1_ListDecisionsReply__Output>
  ListDestinations: MethodDefinition<_countersign_admin_v1_ListDestinationsRequest, _countersign_admin_v1_ListDestinationsReply, _countersign_admin_v1_ListDestinationsRequest__Output, _countersign_admin_v1_ListDestinationsReply__Output>
  ListEvents: MethodDefinition<_countersign_admin_v1_ListEventsRequest, _countersign_admin_v1_ListEventsReply, _countersign_admin_v1_ListEventsRequest__Output, _countersign_admin_v1_ListEventsReply__Output>
  ListFreezes: MethodDefinition<_countersign_admin_v1_ListFreezesRequest, _countersign_admin_v1_ListFreezesReply, _countersign_admin_v1_ListFreezesRequest__Output, _countersign_admin_v1_ListFreezesReply__Output>
  ListMachines: MethodDefinition<_countersign_admin_v1_ListMachinesRequest, _countersign_admin_v1_ListMachinesReply, _countersign_admin_v1_ListMachinesRequest__Output, _countersign_admin_v1_ListMachinesReply__Output>
  ListNotifications: MethodDefinition<_countersign_admin_v1_ListNotificationsRequest, _countersign_admin_v1_ListNotificationsReply, _countersign_admin_v1_ListNotificationsRequest__Output, _countersign_admin_v1_ListNotificationsReply__Output>
  ListPermits: MethodDefinition<_countersign_admin_v1_ListPermitsRequest, _countersign_admin_v1_ListPermitsReply, _countersign_admin_v1_ListPermitsRequest__Output, _countersign_admin_v1_ListPermitsReply__Output>
  ListPolicies: MethodDefinition<_countersign_admin_v1_ListPoliciesRequest, _countersign_admin_v1_ListPoliciesReply, _countersign_admin_v1_ListPoliciesRequest__Output, _countersign_admin_v1_ListPoliciesReply__Output>
  ListTiers: MethodDefinition<_countersign_admin_v1_ListTiersRequest, _countersign_admin_v1_ListTiersReply, _countersign_admin_v1_ListTiersRequest__Output, _countersign_admin_v1_ListTiersReply__Output>
  ListUsers: MethodDefinition<_countersign_admin_v1_ListUsersRequest, _countersign_admin_v1_ListUsersReply, _countersign_admin_v1_ListUsersRequest__Output, _countersign_admin_v1_ListUsersReply__Output>
  MakeCheckpoint: MethodDefinition<_countersign_admin_v1_MakeCheckpointRequest, _countersign_admin_v1_Checkpoint, _countersign_admin_v1_MakeCheckpointRequest__Output, _countersign_admin_v1_Checkpoint__Output>
  MoveCursor: MethodDefinition<_countersign_admin_v1_Cursor, _countersign_admin_v1_Cursor, _countersign_admin_v1_Cursor__Output, _countersign_admin_v1_Cursor__Output>
  OverrideLimit: MethodDefinition<_countersign_admin_v1_OverrideLimitRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_OverrideLimitRequest__Output, _countersign_admin_v1_Changed__Output>
  ProposeChange: MethodDefinition<_countersign_admin_v1_ProposeChangeRequest, _countersign_admin_v1_ProposedChange, _countersign_admin_v1_ProposeChangeRequest__Output, _countersign_admin_v1_ProposedChange__Output>
  PublishPolicy: MethodDefinition<_countersign_admin_v1_PublishPolicyRequest, _countersign_admin_v1_Policy, _countersign_admin_v1_PublishPolicyRequest__Output, _countersign_admin_v1_Policy__Output>
  PushBalance: MethodDefinition<_countersign_admin_v1_PushBalanceRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_PushBalanceRequest__Output, _countersign_admin_v1_Changed__Output>
  ReconcilePermit: MethodDefinition<_countersign_admin_v1_ReconcilePermitRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_ReconcilePermitRequest__Output, _countersign_admin_v1_Changed__Output>
  RegisterPermit: MethodDefinition<_countersign_admin_v1_RegisterPermitRequest, _countersign_admin_v1_RegisterPermitReply, _countersign_admin_v1_RegisterPermitRequest__Output, _countersign_admin_v1_RegisterPermitReply__Output>
  RejectChange: MethodDefinition<_countersign_admin_v1_DecideChangeRequest, _countersign_admin_v1_ProposedChange, _countersign_admin_v1_DecideChangeRequest__Output, _countersign_admin_v1_ProposedChange__Output>
  ReleasePermit: MethodDefinition<_countersign_admin_v1_ReleasePermitRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_ReleasePermitRequest__Output, _countersign_admin_v1_Changed__Output>
  RemoveOverride: MethodDefinition<_countersign_admin_v1_RemoveOverrideRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_RemoveOverrideRequest__Output, _countersign_admin_v1_Changed__Output>
  RevokeDestination: MethodDefinition<_countersign_admin_v1_RevokeDestinationRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_RevokeDestinationRequest__Output, _countersign_admin_v1_Changed__Output>
  SetCredentials: MethodDefinition<_countersign_admin_v1_SetCredentialsRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetCredentialsRequest__Output, _countersign_admin_v1_Changed__Output>
  SetFreeze: MethodDefinition<_countersign_admin_v1_SetFreezeRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetFreezeRequest__Output, _countersign_admin_v1_Changed__Output>
  SetTierLimits: MethodDefinition<_countersign_admin_v1_SetTierLimitsRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetTierLimitsRequest__Output, _countersign_admin_v1_Changed__Output>
  SetUserLimits: MethodDefinition<_countersign_admin_v1_SetUserLimitsRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SetUserLimitsRequest__Output, _countersign_admin_v1_Changed__Output>
  SettlePermit: MethodDefinition<_countersign_admin_v1_SettlePermitRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_SettlePermitRequest__Output, _countersign_admin_v1_Changed__Output>
  SpendToken: MethodDefinition<_countersign_admin_v1_SpendTokenRequest, _countersign_admin_v1_SpendTokenReply, _countersign_admin_v1_SpendTokenRequest__Output, _countersign_admin_v1_SpendTokenReply__Output>
  UpdateMachine: MethodDefinition<_countersign_admin_v1_UpdateMachineRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_UpdateMachineRequest__Output, _countersign_admin_v1_Changed__Output>
  UpdateUser: MethodDefinition<_countersign_admin_v1_UpdateUserRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_UpdateUserRequest__Output, _countersign_admin_v1_Changed__Output>
  ValidatePolicy: MethodDefinition<_countersign_admin_v1_ValidatePolicyRequest, _countersign_admin_v1_ValidatePolicyReply, _countersign_admin_v1_ValidatePolicyRequest__Output, _countersign_admin_v1_ValidatePolicyReply__Output>
  VerifyEvents: MethodDefinition<_countersign_admin_v1_VerifyEventsRequest, _countersign_admin_v1_VerifyEventsReply, _countersign_admin_v1_VerifyEventsRequest__Output, _countersign_admin_v1_VerifyEventsReply__Output>
  WaiveCoolingOff: MethodDefinition<_countersign_admin_v1_WaiveCoolingOffRequest, _countersign_admin_v1_Changed, _countersign_admin_v1_WaiveCoolingOffRequest__Output, _countersign_admin_v1_Changed__Output>
}
