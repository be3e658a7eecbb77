import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AddDestinationRequest as _countersign_admin_v1_AddDestinationRequest, AddDestinationRequest__Output as _countersign_admin_v1_AddDestinationRequest__Output } from './countersign/admin/v1/AddDestinationRequest';
import type { AdminClient as _countersign_admin_v1_AdminClient, AdminDefinition as _countersign_admin_v1_AdminDefinition } from './countersign/admin/v1/Admin';
import type { Approval as _countersign_admin_v1_Approval, Approval__Output as _countersign_admin_v1_Approval__Output } from './countersign/admin/v1/Approval';
import type { AuditKey as _countersign_admin_v1_AuditKey, AuditKey__Output as _countersign_admin_v1_AuditKey__Output } from './countersign/admin/v1/AuditKey';
import type { BacktestDifference as _countersign_admin_v1_BacktestDifference, BacktestDifference__Output as _countersign_admin_v1_BacktestDifference__Output } from './countersign/admin/v1/BacktestDifference';
import type { BacktestPolicyReply as _countersign_admin_v1_BacktestPolicyReply, BacktestPolicyReply__Output as _countersign_admin_v1_BacktestPolicyReply__Output } from './countersign/admin/v1/BacktestPolicyReply';
import type { BacktestPolicyRequest as _countersign_admin_v1_BacktestPolicyRequest, BacktestPolicyRequest__Output as _countersign_admin_v1_BacktestPolicyRequest__Output } from './countersign/admin/v1/BacktestPolicyRequest';
import type { Balance as _countersign_admin_v1_Balance, Balance__Output as _countersign_admin_v1_Balance__Output } from './countersign/admin/v1/Balance';
import type { Cause as _countersign_admin_v1_Cause, Cause__Output as _countersign_admin_v1_Cause__Output } from './countersign/admin/v1/Cause';
import type { Chain as _countersign_admin_v1_Chain, Chain__Output as _countersign_admin_v1_Chain__Output } from './countersign/admin/v1/Chain';
import type { ChainLimits as _countersign_admin_v1_ChainLimits, ChainLimits__Output as _countersign_admin_v1_ChainLimits__Output } from './countersign/admin/v1/ChainLimits';
import type { ChangeSettingsRequest as _countersign_admin_v1_ChangeSettingsRequest, ChangeSettingsRequest__Output as _countersign_admin_v1_ChangeSettingsRequest__Output } from './countersign/admin/v1/ChangeSettingsRequest';
import type { ChangeTierRequest as _countersign_admin_v1_ChangeTierRequest, ChangeTierRequest__Output as _countersign_admin_v1_ChangeTierRequest__Output } from './countersign/admin/v1/ChangeTierRequest';
import type { Changed as _countersign_admin_v1_Changed, Changed__Output as _countersign_admin_v1_Changed__Output } from './countersign/admin/v1/Changed';
import type { Checkpoint as _countersign_admin_v1_Checkpoint, Checkpoint__Output as _countersign_admin_v1_Checkpoint__Output } from './countersign/admin/v1/Checkpoint';
import type { CreateMachineRequest as _countersign_admin_v1_CreateMachineRequest, CreateMachineRequest__Output as _countersign_admin_v1_CreateMachineRequest__Output } from './countersign/admin/v1/CreateMachineRequest';
import type { CreateTierRequest as _countersign_admin_v1_CreateTierRequest, CreateTierRequest__Output as _countersign_admin_v1_CreateTierRequest__Output } from './countersign/admin/v1/CreateTierRequest';
import type { CreateUserRequest as _countersign_admin_v1_CreateUserRequest, CreateUserRequest__Output as _countersign_admin_v1_CreateUserRequest__Output } from './countersign/admin/v1/CreateUserRequest';
import type { Cursor as _countersign_admin_v1_Cursor, Cursor__Output as _countersign_admin_v1_Cursor__Output } from './countersign/admin/v1/Cursor';
import type { DecideChangeRequest as _countersign_admin_v1_DecideChangeRequest, DecideChangeRequest__Output as _countersign_admin_v1_DecideChangeRequest__Output } from './countersign/admin/v1/DecideChangeRequest';
import type { Decision as _countersign_admin_v1_Decision, Decision__Output as _countersign_admin_v1_Decision__Output } from './countersign/admin/v1/Decision';
import type { DisableChainRequest as _countersign_admin_v1_DisableChainRequest, DisableChainRequest__Output as _countersign_admin_v1_DisableChainRequest__Output } from './countersign/admin/v1/DisableChainRequest';
import type { DraftPolicyRequest as _countersign_admin_v1_DraftPolicyRequest, DraftPolicyRequest__Output as _countersign_admin_v1_DraftPolicyRequest__Output } from './countersign/admin/v1/DraftPolicyRequest';
import type { EffectiveLimit as _countersign_admin_v1_EffectiveLimit, EffectiveLimit__Output as _countersign_admin_v1_EffectiveLimit__Output } from './countersign/admin/v1/EffectiveLimit';
import type { EffectiveLimits as _countersign_admin_v1_EffectiveLimits, EffectiveLimits__Output as _countersign_admin_v1_EffectiveLimits__Output } from './countersign/admin/v1/EffectiveLimits';
import type { EnableChainRequest as _countersign_admin_v1_EnableChainRequest, EnableChainRequest__Output as _countersign_admin_v1_EnableChainRequest__Output } from './countersign/admin/v1/EnableChainRequest';
import type { Event as _countersign_admin_v1_Event, Event__Output as _countersign_admin_v1_Event__Output } from './countersign/admin/v1/Event';
import type { GetAuditKeyRequest as _countersign_admin_v1_GetAuditKeyRequest, GetAuditKeyRequest__Output as _countersign_admin_v1_GetAuditKeyRequest__Output } from './countersign/admin/v1/GetAuditKeyRequest';
import type { GetChangeRequest as _countersign_admin_v1_GetChangeRequest, GetChangeRequest__Output as _countersign_admin_v1_GetChangeRequest__Output } from './countersign/admin/v1/GetChangeRequest';
import type { GetCursorRequest as _countersign_admin_v1_GetCursorRequest, GetCursorRequest__Output as _countersign_admin_v1_GetCursorRequest__Output } from './countersign/admin/v1/GetCursorRequest';
import type { GetDecisionRequest as _countersign_admin_v1_GetDecisionRequest, GetDecisionRequest__Output as _countersign_admin_v1_GetDecisionRequest__Output } from './countersign/admin/v1/GetDecisionRequest';
import type { GetEffectiveLimitsRequest as _countersign_admin_v1_GetEffectiveLimitsRequest, GetEffectiveLimitsRequest__Output as _countersign_admin_v1_GetEffectiveLimitsRequest__Output } from './countersign/admin/v1/GetEffectiveLimitsRequest';
import type { GetMachineRequest as _countersign_admin_v1_GetMachineRequest, GetMachineRequest__Output as _countersign_admin_v1_GetMachineRequest__Output } from './countersign/admin/v1/GetMachineRequest';
import type { GetPermitRequest as _countersign_admin_v1_GetPermitRequest, GetPermitRequest__Output as _countersign_admin_v1_GetPermitRequest__Output } from './countersign/admin/v1/GetPermitRequest';
import type { GetPlatformRequest as _countersign_admin_v1_GetPlatformRequest, GetPlatformRequest__Output as _countersign_admin_v1_GetPlatformRequest__Output } from './countersign/admin/v1/GetPlatformRequest';
import type { GetPolicyRequest as _countersign_admin_v1_GetPolicyRequest, GetPolicyRequest__Output as _countersign_admin_v1_GetPolicyRequest__Output } from './countersign/admin/v1/GetPolicyRequest';
import type { GetTierRequest as _countersign_admin_v1_GetTierRequest, GetTierRequest__Output as _countersign_admin_v1_GetTierRequest__Output } from './countersign/admin/v1/GetTierRequest';
import type { GetUserRequest as _countersign_admin_v1_GetUserRequest, GetUserRequest__Output as _countersign_admin_v1_GetUserRequest__Output } from './countersign/admin/v1/GetUserRequest';
import type { LayerValue as _countersign_admin_v1_LayerValue, LayerValue__Output as _countersign_admin_v1_LayerValue__Output } from './countersign/admin/v1/LayerValue';
import type { Limit as _countersign_admin_v1_Limit, Limit__Output as _countersign_admin_v1_Limit__Output } from './countersign/admin/v1/Limit';
import type { ListChangesReply as _countersign_admin_v1_ListChangesReply, ListChangesReply__Output as _countersign_admin_v1_ListChangesReply__Output } from './countersign/admin/v1/ListChangesReply';
import type { ListChangesRequest as _countersign_admin_v1_ListChangesRequest, ListChangesRequest__Output as _countersign_admin_v1_ListChangesRequest__Output } from './countersign/admin/v1/ListChangesRequest';
import type { ListDecisionsReply as _countersign_admin_v1_ListDecisionsReply, ListDecisionsReply__Output as _countersign_admin_v1_ListDecisionsReply__Output } from './countersign/admin/v1/ListDecisionsReply';
import type { ListDecisionsRequest as _countersign_admin_v1_ListDecisionsRequest, ListDecisionsRequest__Output as _countersign_admin_v1_ListDecisionsRequest__Output } from './countersign/admin/v1/ListDecisionsRequest';
import type { ListDestinationsReply as _countersign_admin_v1_ListDestinationsReply, ListDestinationsReply__Output as _countersign_admin_v1_ListDestinationsReply__Output } from './countersign/admin/v1/ListDestinationsReply';
import type { ListDestinationsRequest as _countersign_admin_v1_ListDestinationsRequest, ListDestinationsRequest__Output as _countersign_admin_v1_ListDestinationsRequest__Output } from './countersign/admin/v1/ListDestinationsRequest';
import type { ListEventsReply as _countersign_admin_v1_ListEventsReply, ListEventsReply__Output as _countersign_admin_v1_ListEventsReply__Output } from './countersign/admin/v1/ListEventsReply';
import type { ListEventsRequest as _countersign_admin_v1_ListEventsRequest, ListEventsRequest__Output as _countersign_admin_v1_ListEventsRequest__Output } from './countersign/admin/v1/ListEventsRequest';
import type { ListFreezesReply as _countersign_admin_v1_ListFreezesReply, ListFreezesReply__Output as _countersign_admin_v1_ListFreezesReply__Output } from './countersign/admin/v1/ListFreezesReply';
import type { ListFreezesRequest as _countersign_admin_v1_ListFreezesRequest, ListFreezesRequest__Output as _countersign_admin_v1_ListFreezesRequest__Output } from './countersign/admin/v1/ListFreezesRequest';
import type { ListMachinesReply as _countersign_admin_v1_ListMachinesReply, ListMachinesReply__Output as _countersign_admin_v1_ListMachinesReply__Output } from './countersign/admin/v1/ListMachinesReply';
import type { ListMachinesRequest as _countersign_admin_v1_ListMachinesRequest, ListMachinesRequest__Output as _countersign_admin_v1_ListMachinesRequest__Output } from './countersign/admin/v1/ListMachinesRequest';
import type { ListNotificationsReply as _countersign_admin_v1_ListNotificationsReply, ListNotificationsReply__Output as _countersign_admin_v1_ListNotificationsReply__Output } from './countersign/admin/v1/ListNotificationsReply';
import type { ListNotificationsRequest as _countersign_admin_v1_ListNotificationsRequest, ListNotificationsRequest__Output as _countersign_admin_v1_ListNotificationsRequest__Output } from './countersign/admin/v1/ListNotificationsRequest';
import type { ListPermitsReply as _countersign_admin_v1_ListPermitsReply, ListPermitsReply__Output as _countersign_admin_v1_ListPermitsReply__Output } from './countersign/admin/v1/ListPermitsReply';
import type { ListPermitsRequest as _countersign_admin_v1_ListPermitsRequest, ListPermitsRequest__Output as _countersign_admin_v1_ListPermitsRequest__Output } from './countersign/admin/v1/ListPermitsRequest';
import type { ListPoliciesReply as _countersign_admin_v1_ListPoliciesReply, ListPoliciesReply__Output as _countersign_admin_v1_ListPoliciesReply__Output } from './countersign/admin/v1/ListPoliciesReply';
import type { ListPoliciesRequest as _countersign_admin_v1_ListPoliciesRequest, ListPoliciesRequest__Output as _countersign_admin_v1_ListPoliciesRequest__Output } from './countersign/admin/v1/ListPoliciesRequest';
import type { ListTiersReply as _countersign_admin_v1_ListTiersReply, ListTiersReply__Output as _countersign_admin_v1_ListTiersReply__Output } from './countersign/admin/v1/ListTiersReply';
import type { ListTiersRequest as _countersign_admin_v1_ListTiersRequest, ListTiersRequest__Output as _countersign_admin_v1_ListTiersRequest__Output } from './countersign/admin/v1/ListTiersRequest';
import type { ListUsersReply as _countersign_admin_v1_ListUsersReply, ListUsersReply__Output as _countersign_admin_v1_ListUsersReply__Output } from './countersign/admin/v1/ListUsersReply';
import type { ListUsersRequest as _countersign_admin_v1_ListUsersRequest, ListUsersRequest__Output as _countersign_admin_v1_ListUsersRequest__Output } from './countersign/admin/v1/ListUsersRequest';
import type { Machine as _countersign_admin_v1_Machine, Machine__Output as _countersign_admin_v1_Machine__Output } from './countersign/admin/v1/Machine';
import type { MakeCheckpointRequest as _countersign_admin_v1_MakeCheckpointRequest, MakeCheckpointRequest__Output as _countersign_admin_v1_MakeCheckpointRequest__Output } from './countersign/admin/v1/MakeCheckpointRequest';
import type { Notification as _countersign_admin_v1_Notification, Notification__Output as _countersign_admin_v1_Notification__Output } from './countersign/admin/v1/Notification';
import type { Override as _countersign_admin_v1_Override, Override__Output as _countersign_admin_v1_Override__Output } from './countersign/admin/v1/Override';
import type { OverrideLimitRequest as _countersign_admin_v1_OverrideLimitRequest, OverrideLimitRequest__Output as _countersign_admin_v1_OverrideLimitRequest__Output } from './countersign/admin/v1/OverrideLimitRequest';
import type { Permit as _countersign_admin_v1_Permit, Permit__Output as _countersign_admin_v1_Permit__Output } from './countersign/admin/v1/Permit';
import type { Platform as _countersign_admin_v1_Platform, Platform__Output as _countersign_admin_v1_Platform__Output } from './countersign/admin/v1/Platform';
import type { Policy as _countersign_admin_v1_Policy, Policy__Output as _countersign_admin_v1_Policy__Output } from './countersign/admin/v1/Policy';
import type { PolicyChange as _countersign_admin_v1_PolicyChange, PolicyChange__Output as _countersign_admin_v1_PolicyChange__Output } from './countersign/admin/v1/PolicyChange';
import type { ProposeChangeRequest as _countersign_admin_v1_ProposeChangeRequest, ProposeChangeRequest__Output as _countersign_admin_v1_ProposeChangeRequest__Output } from './countersign/admin/v1/ProposeChangeRequest';
import type { ProposedChange as _countersign_admin_v1_ProposedChange, ProposedChange__Output as _countersign_admin_v1_ProposedChange__Output } from './countersign/admin/v1/ProposedChange';
import type { PublishPolicyRequest as _countersign_admin_v1_PublishPolicyRequest, PublishPolicyRequest__Output as _countersign_admin_v1_PublishPolicyRequest__Output } from './countersign/admin/v1/PublishPolicyRequest';
import type { PushBalanceRequest as _countersign_admin_v1_PushBalanceRequest, PushBalanceRequest__Output as _countersign_admin_v1_PushBalanceRequest__Output } from './countersign/admin/v1/PushBalanceRequest';
import type { ReconcilePermitRequest as _countersign_admin_v1_ReconcilePermitRequest, ReconcilePermitRequest__Output as _countersign_admin_v1_ReconcilePermitRequest__Output } from './countersign/admin/v1/ReconcilePermitRequest';
import type { RegisterPermitReply as _countersign_admin_v1_RegisterPermitReply, RegisterPermitReply__Output as _countersign_admin_v1_RegisterPermitReply__Output } from './countersign/admin/v1/RegisterPermitReply';
import type { RegisterPermitRequest as _countersign_admin_v1_RegisterPermitRequest, RegisterPermitRequest__Output as _countersign_admin_v1_RegisterPermitRequest__Output } from './countersign/admin/v1/RegisterPermitRequest';
import type { ReleasePermitRequest as _countersign_admin_v1_ReleasePermitRequest, ReleasePermitRequest__Output as _countersign_admin_v1_ReleasePermitRequest__Output } from './countersign/admin/v1/ReleasePermitRequest';
import type { RemoveOverrideRequest as _countersign_admin_v1_RemoveOverrideRequest, RemoveOverrideRequest__Output as _countersign_admin_v1_RemoveOverrideRequest__Output } from './countersign/admin/v1/RemoveOverrideRequest';
import type { RevokeDestinationRequest as _countersign_admin_v1_RevokeDestinationRequest, RevokeDestinationRequest__Output as _countersign_admin_v1_RevokeDestinationRequest__Output } from './countersign/admin/v1/RevokeDestinationRequest';
import type { SetCredentialsRequest as _countersign_admin_v1_SetCredentialsRequest, SetCredentialsRequest__Output as _countersign_admin_v1_SetCredentialsRequest__Output } from './countersign/admin/v1/SetCredentialsRequest';
import type { SetFreezeRequest as _countersign_admin_v1_SetFreezeRequest, SetFreezeRequest__Output as _countersign_admin_v1_SetFreezeRequest__Output } from './countersign/admin/v1/SetFreezeRequest';
import type { SetTierLimitsRequest as _countersign_admin_v1_SetTierLimitsRequest, SetTierLimitsRequest__Output as _countersign_admin_v1_SetTierLimitsRequest__Output } from './countersign/admin/v1/SetTierLimitsRequest';
import type { SetUserLimitsRequest as _countersign_admin_v1_SetUserLimitsRequest, SetUserLimitsRequest__Output as _countersign_admin_v1_SetUserLimitsRequest__Output } from './countersign/admin/v1/SetUserLimitsRequest';
import type { Settings as _countersign_admin_v1_Settings, Settings__Output as _countersign_admin_v1_Settings__Output } from './countersign/admin/v1/Settings';
import type { SettlePermitRequest as _countersign_admin_v1_SettlePermitRequest, SettlePermitRequest__Output as _countersign_admin_v1_SettlePermitRequest__Output } from './countersign/admin/v1/SettlePermitRequest';
import type { SpendTokenReply as _countersign_admin_v1_SpendTokenReply, SpendTokenReply__Output as _countersign_admin_v1_SpendTokenReply__Output } from './countersign/admin/v1/SpendTokenReply';
import type { SpendTokenRequest as _countersign_admin_v1_SpendTokenRequest, SpendTokenRequest__Output as _countersign_admin_v1_SpendTokenRequest__Output } from './countersign/admin/v1/SpendTokenRequest';
import type { Tier as _countersign_admin_v1_Tier, Tier__Output as _countersign_admin_v1_Tier__Output } from './countersign/admin/v1/Tier';
import type { UpdateMachineRequest as _countersign_admin_v1_UpdateMachineRequest, UpdateMachineRequest__Output as _countersign_admin_v1_UpdateMachineRequest__Output } from './countersign/admin/v1/UpdateMachineRequest';
import type { UpdateUserRequest as _countersign_admin_v1_UpdateUserRequest, UpdateUserRequest__Output as _countersign_admin_v1_UpdateUserRequest__Output } from './countersign/admin/v1/UpdateUserRequest';
import type { User as _countersign_admin_v1_User, User__Output as _countersign_admin_v1_User__Output } from './countersign/admin/v1/User';
import type { UserDestination as _countersign_admin_v1_UserDestination, UserDestination__Output as _countersign_admin_v1_UserDestination__Output } from './countersign/admin/v1/UserDestination';
import type { ValidatePolicyReply as _countersign_admin_v1_ValidatePolicyReply, ValidatePolicyReply__Output as _countersign_admin_v1_ValidatePolicyReply__Output } from './countersign/admin/v1/ValidatePolicyReply';
import type { ValidatePolicyRequest as _countersign_admin_v1_ValidatePolicyRequest, ValidatePolicyRequest__Output as _countersign_admin_v1_ValidatePolicyRequest__Output } from './countersign/admin/v1/ValidatePolicyRequest';
import type { VerifyEventsReply as _countersign_admin_v1_VerifyEventsReply, VerifyEventsReply__Output as _countersign_admin_v1_VerifyEventsReply__Output } from './countersign/admin/v1/VerifyEventsReply';
import type { VerifyEventsRequest as _countersign_admin_v1_VerifyEventsRequest, VerifyEventsRequest__Output as _countersign_admin_v1_VerifyEventsRequest__Output } from './countersign/admin/v1/VerifyEventsRequest';
import type { WaiveCoolingOffRequest as _countersign_admin_v1_WaiveCoolingOffRequest, WaiveCoolingOffRequest__Output as _countersign_admin_v1_WaiveCoolingOffRequest__Output } from './countersign/admin/v1/WaiveCoolingOffRequest';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  countersign: {
    admin: {
      v1: {
        AddDestinationRequest: MessageTypeDefinition<_countersign_admin_v1_AddDestinationRequest, _countersign_admin_v1_AddDestinationRequest__Output>
        Admin: SubtypeConstructor<typeof grpc.Client, _countersign_admin_v1_AdminClient> & { service: _countersign_admin_v1_AdminDefinition }
        Approval: MessageTypeDefinition<_countersign_admin_v1_Approval, _countersign_admin_v1_Approval__Output>
        AuditKey: MessageTypeDefinition<_countersign_admin_v1_AuditKey, _countersign_admin_v1_AuditKey__Output>
        BacktestDifference: MessageTypeDefinition<_countersign_admin_v1_BacktestDifference, _countersign_admin_v1_BacktestDifference__Output>
        BacktestPolicyReply: MessageTypeDefinition<_countersign_admin_v1_BacktestPolicyReply, _countersign_admin_v1_BacktestPolicyReply__Output>
        BacktestPolicyRequest: MessageTypeDefinition<_countersign_admin_v1_BacktestPolicyRequest, _countersign_admin_v1_BacktestPolicyRequest__Output>
        Balance: MessageTypeDefinition<_countersign_admin_v1_Balance, _countersign_admin_v1_Balance__Output>
        Cause: MessageTypeDefinition<_countersign_admin_v1_Cause, _countersign_admin_v1_Cause__Output>
        Chain: MessageTypeDefinition<_countersign_admin_v1_Chain, _countersign_admin_v1_Chain__Output>
        ChainLimits: MessageTypeDefinition<_countersign_admin_v1_ChainLimits, _countersign_admin_v1_ChainLimits__Output>
        ChangeSettingsRequest: MessageTypeDefinition<_countersign_admin_v1_ChangeSettingsRequest, _countersign_admin_v1_ChangeSettingsRequest__Output>
        ChangeTierRequest: MessageTypeDefinition<_countersign_admin_v1_ChangeTierRequest, _countersign_admin_v1_ChangeTierRequest__Output>
        Changed: MessageTypeDefinition<_countersign_admin_v1_Changed, _countersign_admin_v1_Changed__Output>
        Checkpoint: MessageTypeDefinition<_countersign_admin_v1_Checkpoint, _countersign_admin_v1_Checkpoint__Output>
        CreateMachineRequest: MessageTypeDefinition<_countersign_admin_v1_CreateMachineRequest, _countersign_admin_v1_CreateMachineRequest__Output>
        CreateTierRequest: MessageTypeDefinition<_countersign_admin_v1_CreateTierRequest, _countersign_admin_v1_CreateTierRequest__Output>
        CreateUserRequest: MessageTypeDefinition<_countersign_admin_v1_CreateUserRequest, _countersign_admin_v1_CreateUserRequest__Output>
        Cursor: MessageTypeDefinition<_countersign_admin_v1_Cursor, _countersign_admin_v1_Cursor__Output>
        DecideChangeRequest: MessageTypeDefinition<_countersign_admin_v1_DecideChangeRequest, _countersign_admin_v1_DecideChangeRequest__Output>
        Decision: MessageTypeDefinition<_countersign_admin_v1_Decision, _countersign_admin_v1_Decision__Output>
        DisableChainRequest: MessageTypeDefinition<_countersign_admin_v1_DisableChainRequest, _countersign_admin_v1_DisableChainRequest__Output>
        DraftPolicyRequest: MessageTypeDefinition<_countersign_admin_v1_DraftPolicyRequest, _countersign_admin_v1_DraftPolicyRequest__Output>
        EffectiveLimit: MessageTypeDefinition<_countersign_admin_v1_EffectiveLimit, _countersign_admin_v1_EffectiveLimit__Output>
        EffectiveLimits: MessageTypeDefinition<_countersign_admin_v1_EffectiveLimits, _countersign_admin_v1_EffectiveLimits__Output>
        EnableChainRequest: MessageTypeDefinition<_countersign_admin_v1_EnableChainRequest, _countersign_admin_v1_EnableChainRequest__Output>
        Event: MessageTypeDefinition<_countersign_admin_v1_Event, _countersign_admin_v1_Event__Output>
        GetAuditKeyRequest: MessageTypeDefinition<_countersign_admin_v1_GetAuditKeyRequest, _countersign_admin_v1_GetAuditKeyRequest__Output>
        GetChangeRequest: MessageTypeDefinition<_countersign_admin_v1_GetChangeRequest, _countersign_admin_v1_GetChangeRequest__Output>
        GetCursorRequest: MessageTypeDefinition<_countersign_admin_v1_GetCursorRequest, _countersign_admin_v1_GetCursorRequest__Output>
        GetDecisionRequest: MessageTypeDefinition<_countersign_admin_v1_GetDecisionRequest, _countersign_admin_v1_GetDecisionRequest__Output>
        GetEffectiveLimitsRequest: MessageTypeDefinition<_countersign_admin_v1_GetEffectiveLimitsRequest, _countersign_admin_v1_GetEffectiveLimitsRequest__Output>
        GetMachineRequest: MessageTypeDefinition<_countersign_admin_v1_GetMachineRequest, _countersign_admin_v1_GetMachineRequest__Output>
        GetPermitRequest: MessageTypeDefinition<_countersign_admin_v1_GetPermitRequest, _countersign_admin_v1_GetPermitRequest__Output>
        GetPlatformRequest: MessageTypeDefinition<_countersign_admin_v1_GetPlatformRequest, _countersign_admin_v1_GetPlatformRequest__Output>
        GetPolicyRequest: MessageTypeDefinition<_countersign_admin_v1_GetPolicyRequest, _countersign_admin_v1_GetPolicyRequest__Output>
        GetTierRequest: MessageTypeDefinition<_countersign_admin_v1_GetTierRequest, _countersign_admin_v1_GetTierRequest__Output>
        GetUserRequest: MessageTypeDefinition<_countersign_admin_v1_GetUserRequest, _countersign_admin_v1_GetUserRequest__Output>
        LayerValue: MessageTypeDefinition<_countersign_admin_v1_LayerValue, _countersign_admin_v1_LayerValue__Output>
        Limit: MessageTypeDefinition<_countersign_admin_v1_Limit, _countersign_admin_v1_Limit__Output>
        ListChangesReply: MessageTypeDefinition<_countersign_admin_v1_ListChangesReply, _countersign_admin_v1_ListChangesReply__Output>
        ListChangesRequest: MessageTypeDefinition<_countersign_admin_v1_ListChangesRequest, _countersign_admin_v1_ListChangesRequest__Output>
        ListDecisionsReply: MessageTypeDefinition<_countersign_admin_v1_ListDecisionsReply, _countersign_admin_v1_ListDecisionsReply__Output>
        ListDecisionsRequest: MessageTypeDefinition<_countersign_admin_v1_ListDecisionsRequest, _countersign_admin_v1_ListDecisionsRequest__Output>
        ListDestinationsReply: MessageTypeDefinition<_countersign_admin_v1_ListDestinationsReply, _countersign_admin_v1_ListDestinationsReply__Output>
        ListDestinationsRequest: MessageTypeDefinition<_countersign_admin_v1_ListDestinationsRequest, _countersign_admin_v1_ListDestinationsRequest__Output>
        ListEventsReply: MessageTypeDefinition<_countersign_admin_v1_ListEventsReply, _countersign_admin_v1_ListEventsReply__Output>
        ListEventsRequest: MessageTypeDefinition<_countersign_admin_v1_ListEventsRequest, _countersign_admin_v1_ListEventsRequest__Output>
        ListFreezesReply: MessageTypeDefinition<_countersign_admin_v1_ListFreezesReply, _countersign_admin_v1_ListFreezesReply__Output>
        ListFreezesRequest: MessageTypeDefinition<_countersign_admin_v1_ListFreezesRequest, _countersign_admin_v1_ListFreezesRequest__Output>
        ListMachinesReply: MessageTypeDefinition<_countersign_admin_v1_ListMachinesReply, _countersign_admin_v1_ListMachinesReply__Output>
        ListMachinesRequest: MessageTypeDefinition<_countersign_admin_v1_ListMachinesRequest, _countersign_admin_v1_ListMachinesRequest__Output>
        ListNotificationsReply: MessageTypeDefinition<_countersign_admin_v1_ListNotificationsReply, _countersign_admin_v1_ListNotificationsReply__Output>
        ListNotificationsRequest: MessageTypeDefinition<_countersign_admin_v1_ListNotificationsRequest, _countersign_admin_v1_ListNotificationsRequest__Output>
        ListPermitsReply: MessageTypeDefinition<_countersign_admin_v1_ListPermitsReply, _countersign_admin_v1_ListPermitsReply__Output>
        ListPermitsRequest: MessageTypeDefinition<_countersign_admin_v1_ListPermitsRequest, _countersign_admin_v1_ListPermitsRequest__Output>
        ListPoliciesReply: MessageTypeDefinition<_countersign_admin_v1_ListPoliciesReply, _countersign_admin_v1_ListPoliciesReply__Output>
        ListPoliciesRequest: MessageTypeDefinition<_countersign_admin_v1_ListPoliciesRequest, _countersign_admin_v1_ListPoliciesRequest__Output>
        ListTiersReply: MessageTypeDefinition<_countersign_admin_v1_ListTiersReply, _countersign_admin_v1_ListTiersReply__Output>
        ListTiersRequest: MessageTypeDefinition<_countersign_admin_v1_ListTiersRequest, _countersign_admin_v1_ListTiersRequest__Output>
        ListUsersReply: MessageTypeDefinition<_countersign_admin_v1_ListUsersReply, _countersign_admin_v1_ListUsersReply__Output>
        ListUsersRequest: MessageTypeDefinition<_countersign_admin_v1_ListUsersRequest, _countersign_admin_v1_ListUsersRequest__Output>
        Machine: MessageTypeDefinition<_countersign_admin_v1_Machine, _countersign_admin_v1_Machine__Output>
        MakeCheckpointRequest: MessageTypeDefinition<_countersign_admin_v1_MakeCheckpointRequest, _countersign_admin_v1_MakeCheckpointRequest__Output>
        Notification: MessageTypeDefinition<_countersign_admin_v1_Notification, _countersign_admin_v1_Notification__Output>
        Override: MessageTypeDefinition<_countersign_admin_v1_Override, _countersign_admin_v1_Override__Output>
        OverrideLimitRequest: MessageTypeDefinition<_countersign_admin_v1_OverrideLimitRequest, _countersign_admin_v1_OverrideLimitRequest__Output>
        Permit: MessageTypeDefinition<_countersign_admin_v1_Permit, _countersign_admin_v1_Permit__Output>
        Platform: MessageTypeDefinition<_countersign_admin_v1_Platform, _countersign_admin_v1_Platform__Output>
        Policy: MessageTypeDefinition<_countersign_admin_v1_Policy, _countersign_admin_v1_Policy__Output>
        PolicyChange: MessageTypeDefinition<_countersign_admin_v1_PolicyChange, _countersign_admin_v1_PolicyChange__Output>
        ProposeChangeRequest: MessageTypeDefinition<_countersign_admin_v1_ProposeChangeRequest, _countersign_admin_v1_ProposeChangeRequest__Output>
        ProposedChange: MessageTypeDefinition<_countersign_admin_v1_ProposedChange, _countersign_admin_v1_ProposedChange__Output>
        PublishPolicyRequest: MessageTypeDefinition<_countersign_admin_v1_PublishPolicyRequest, _countersign_admin_v1_PublishPolicyRequest__Output>
        PushBalanceRequest: MessageTypeDefinition<_countersign_admin_v1_PushBalanceRequest, _countersign_admin_v1_PushBalanceRequest__Output>
        ReconcilePermitRequest: MessageTypeDefinition<_countersign_admin_v1_ReconcilePermitRequest, _countersign_admin_v1_ReconcilePermitRequest__Output>
        RegisterPermitReply: MessageTypeDefinition<_countersign_admin_v1_RegisterPermitReply, _countersign_admin_v1_RegisterPermitReply__Output>
        RegisterPermitRequest: MessageTypeDefinition<_countersign_admin_v1_RegisterPermitRequest, _countersign_admin_v1_RegisterPermitRequest__Output>
        ReleasePermitRequest: MessageTypeDefinition<_countersign_admin_v1_ReleasePermitRequest, _countersign_admin_v1_ReleasePermitRequest__Output>
        RemoveOverrideRequest: MessageTypeDefinition<_countersign_admin_v1_RemoveOverrideRequest, _countersign_admin_v1_RemoveOverrideRequest__Output>
        RevokeDestinationRequest: MessageTypeDefinition<_countersign_admin_v1_RevokeDestinationRequest, _countersign_admin_v1_RevokeDestinationRequest__Output>
        SetCredentialsRequest: MessageTypeDefinition<_countersign_admin_v1_SetCredentialsRequest, _countersign_admin_v1_SetCredentialsRequest__Output>
        SetFreezeRequest: MessageTypeDefinition<_countersign_admin_v1_SetFreezeRequest, _countersign_admin_v1_SetFreezeRequest__Output>
        SetTierLimitsRequest: MessageTypeDefinition<_countersign_admin_v1_SetTierLimitsRequest, _countersign_admin_v1_SetTierLimitsRequest__Output>
        SetUserLimitsRequest: MessageTypeDefinition<_countersign_admin_v1_SetUserLimitsRequest, _countersign_admin_v1_SetUserLimitsRequest__Output>
        Settings: MessageTypeDefinition<_countersign_admin_v1_Settings, _countersign_admin_v1_Settings__Output>
        SettlePermitRequest: MessageTypeDefinition<_countersign_admin_v1_SettlePermitRequest, _countersign_admin_v1_SettlePermitRequest__Output>
        SpendTokenReply: MessageTypeDefinition<_countersign_admin_v1_SpendTokenReply, _countersign_admin_v1_SpendTokenReply__Output>
        SpendTokenRequest: MessageTypeDefinition<_countersign_admin_v1_SpendTokenRequest, _countersign_admin_v1_SpendTokenRequest__Output>
        Tier: MessageTypeDefinition<_countersign_admin_v1_Tier, _countersign_admin_v1_Tier__Output>
        UpdateMachineRequest: MessageTypeDefinition<_countersign_admin_v1_UpdateMachineRequest, _countersign_admin_v1_UpdateMachineRequest__Output>
        UpdateUserRequest: MessageTypeDefinition<_countersign_admin_v1_UpdateUserRequest, _countersign_admin_v1_UpdateUserRequest__Output>
        User: MessageTypeDefinition<_countersign_admin_v1_User, _countersign_admin_v1_User__Output>
        UserDestination: MessageTypeDefinition<_countersign_admin_v1_UserDestination, _countersign_admin_v1_UserDestination__Output>
        ValidatePolicyReply: MessageTypeDefinition<_countersign_admin_v1_ValidatePolicyReply, _countersign_admin_v1_ValidatePolicyReply__Output>
        ValidatePolicyRequest: MessageTypeDefinition<_countersign_admin_v1_ValidatePolicyRequest, _countersign_admin_v1_ValidatePolicyRequest__Output>
        VerifyEventsReply: MessageTypeDefinition<_countersign_admin_v1_VerifyEventsReply, _countersign_admin_v1_VerifyEventsReply__Output>
        VerifyEventsRequest: MessageTypeDefinition<_countersign_admin_v1_VerifyEventsRequest, _countersign_admin_v1_VerifyEventsRequest__Output>
        WaiveCoolingOffRequest: MessageTypeDefinition<_countersign_admin_v1_WaiveCoolingOffRequest, _countersign_admin_v1_WaiveCoolingOffRequest__Output>
      }
    }
  }
}

