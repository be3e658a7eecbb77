export { encrypt } from './encrypt';
export { EnvelopeError } from './envelope-error';
export { createKeyring } from './keyring';
export type { Keyring, KeyringDeps, Opened, OpenedJson } from './keyring';
