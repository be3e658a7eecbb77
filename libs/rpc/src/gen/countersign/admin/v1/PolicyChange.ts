// Original file: proto/countersign/admin/v1/admin.proto

import type { EnableChainRequest as _countersign_admin_v1_EnableChainRequest, EnableChainRequest__Output as _countersign_admin_v1_EnableChainRequest__Output } from '../../../countersign/admin/v1/EnableChainRequest';
import type { DisableChainRequest as _countersign_admin_v1_DisableChainRequest, DisableChainRequest__Output as _countersign_admin_v1_DisableChainRequest__Output } from '../../../countersign/admin/v1/DisableChainRequest';
import type { ChangeSettingsRequest as _countersign_admin_v1_ChangeSettingsRequest, ChangeSettingsRequest__Output as _countersign_admin_v1_ChangeSettingsRequest__Output } from '../../../countersign/admin/v1/ChangeSettingsRequest';
import type { CreateTierRequest as _countersign_admin_v1_CreateTierRequest, CreateTierRequest__Output as _countersign_admin_v1_CreateTierRequest__Output } from '../../../countersign/admin/v1/CreateTierRequest';
import type { ChangeTierRequest as _countersign_admin_v1_ChangeTierRequest, ChangeTierRequest__Output as _countersign_admin_v1_ChangeTierRequest__Output } from '../../../countersign/admin/v1/ChangeTierRequest';
import type { SetTierLimitsRequest as _countersign_admin_v1_SetTierLimitsRequest, SetTierLimitsRequest__Output as _countersign_admin_v1_SetTierLimitsRequest__Output } from '../../../countersign/admin/v1/SetTierLimitsRequest';
import type { UpdateUserRequest as _countersign_admin_v1_UpdateUserRequest, UpdateUserRequest__Output as _countersign_admin_v1_UpdateUserRequest__Output } from '../../../countersign/admin/v1/UpdateUserRequest';
import type { SetUserLimitsRequest as _countersign_admin_v1_SetUserLimitsRequest, SetUserLimitsRequest__Output as _countersign_admin_v1_SetUserLimitsRequest__Output } from '../../../countersign/admin/v1/SetUserLimitsRequest';
import type { OverrideLimitRequest as _countersign_admin_v1_OverrideLimitRequest, OverrideLimitRequest__Output as _countersign_admin_v1_OverrideLimitRequest__Output } from '../../../countersign/admin/v1/OverrideLimitRequest';
import type { RemoveOverrideRequest as _countersign_admin_v1_RemoveOverrideRequest, RemoveOverrideRequest__Output as _countersign_admin_v1_RemoveOverrideRequest__Output } from '../../../countersign/admin/v1/RemoveOverrideRequest';
import type { AddDestinationRequest as _countersign_admin_v1_AddDestinationRequest, AddDestinationRequest__Output as _countersign_admin_v1_AddDestinationRequest__Output } from '../../../countersign/admin/v1/AddDestinationRequest';
import type { WaiveCoolingOffRequest as _countersign_admin_v1_WaiveCoolingOffRequest, WaiveCoolingOffRequest__Output as _countersign_admin_v1_WaiveCoolingOffRequest__Output } from '../../../countersign/admin/v1/WaiveCoolingOffRequest';
import type { CreateMachineRequest as _countersign_admin_v1_CreateMachineRequest, CreateMachineRequest__Output as _countersign_admin_v1_CreateMachineRequest__Output } from '../../../countersign/admin/v1/CreateMachineRequest';
import type { UpdateMachineRequest as _countersign_admin_v1_UpdateMachineRequest, UpdateMachineRequest__Output as _countersign_admin_v1_UpdateMachineRequest__Output } from '../../../countersign/admin/v1/UpdateMachineRequest';
import type { SetFreezeRequest as _countersign_admin_v1_SetFreezeRequest, SetFreezeRequest__Output as _countersign_admin_v1_SetFreezeRequest__Output } from '../../../countersign/admin/v1/SetFreezeRequest';
import type { PublishPolicyRequest as _countersign_admin_v1_PublishPolicyRequest, PublishPolicyRequest__Output as _countersign_admin_v1_PublishPolicyRequest__Output } from '../../../countersign/admin/v1/PublishPolicyRequest';

export interface PolicyChange {
  'enableChain'?: (_countersign_admin_v1_EnableChainRequest | null);
  'disableChain'?: (_countersign_admin_v1_DisableChainRequest | null);
  'changeSettings'?: (_countersign_admin_v1_ChangeSettingsRequest | null);
  'createTier'?: (_countersign_admin_v1_CreateTierRequest | null);
  'changeTier'?: (_countersign_admin_v1_ChangeTierRequest | null);
  'setTierLimits'?: (_countersign_admin_v1_SetTierLimitsRequest | null);
  'updateUser'?: (_countersign_admin_v1_UpdateUserRequest | null);
  'setUserLimits'?: (_countersign_admin_v1_SetUserLimitsRequest | null);
  'overrideLimit'?: (_countersign_admin_v1_OverrideLimitRequest | null);
  'removeOverride'?: (_countersign_admin_v1_RemoveOverrideRequest | null);
  'addDestination'?: (_countersign_admin_v1_AddDestinationRequest | null);
  'waiveCoolingOff'?: (_countersign_admin_v1_WaiveCoolingOffRequest | null);
  'createMachine'?: (_countersign_admin_v1_CreateMachineRequest | null);
  'updateMachine'?: (_countersign_admin_v1_UpdateMachineRequest | null);
  'setFreeze'?: (_countersign_admin_v1_SetFreezeRequest | null);
  'publishPolicy'?: (_countersign_admin_v1_PublishPolicyRequest | null);
  'change'?: "enableChain"|"disableChain"|"changeSettings"|"createTier"|"changeTier"|"setTierLimits"|"updateUser"|"setUserLimits"|"overrideLimit"|"removeOverride"|"addDestination"|"waiveCoolingOff"|"createMachine"|"updateMachine"|"setFreeze"|"publishPolicy";
}

export interface PolicyChange__Output {
  'enableChain'?: (_countersign_admin_v1_EnableChainRequest__Output | null);
  'disableChain'?: (_countersign_admin_v1_DisableChainRequest__Output | null);
  'changeSettings'?: (_countersign_admin_v1_ChangeSettingsRequest__Output | null);
  'createTier'?: (_countersign_admin_v1_CreateTierRequest__Output | null);
  'changeTier'?: (_countersign_admin_v1_ChangeTierRequest__Output | null);
  'setTierLimits'?: (_countersign_admin_v1_SetTierLimitsRequest__Output | null);
  'updateUser'?: (_countersign_admin_v1_UpdateUserRequest__Output | null);
  'setUserLimits'?: (_countersign_admin_v1_SetUserLimitsRequest__Output | null);
  'overrideLimit'?: (_countersign_admin_v1_OverrideLimitRequest__Output | null);
  'removeOverride'?: (_countersign_admin_v1_RemoveOverrideRequest__Output | null);
  'addDestination'?: (_countersign_admin_v1_AddDestinationRequest__Output | null);
  'waiveCoolingOff'?: (_countersign_admin_v1_WaiveCoolingOffRequest__Output | null);
  'createMachine'?: (_countersign_admin_v1_CreateMachineRequest__Output | null);
  'updateMachine'?: (_countersign_admin_v1_UpdateMachineRequest__Output | null);
  'setFreeze'?: (_countersign_admin_v1_SetFreezeRequest__Output | null);
  'publishPolicy'?: (_countersign_admin_v1_PublishPolicyRequest__Output | null);
  'change'?: "enableChain"|"disableChain"|"changeSettings"|"createTier"|"changeTier"|"setTierLimits"|"updateUser"|"setUserLimits"|"overrideLimit"|"removeOverride"|"addDestination"|"waiveCoolingOff"|"createMachine"|"updateMachine"|"setFreeze"|"publishPolicy";
}
