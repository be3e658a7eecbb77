export { encrypt } from './encrypt';
export { EnvelopeError } from './envelope-error';
export { createKeyring } from './keyring';
export type {
  EnvelopeSecrets,
  Keyring,
  KeyringDeps,
  Opened,
  OpenedBody,
  OpenedJson,
  ReplaceableKeyring,
  SecretRole,
  Usage,
  Use,
} from './keyring';
