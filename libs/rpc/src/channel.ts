/**
 * The settings every client connection shares. Nothing outside the given address decides anything: no proxy from the
 * environment, no service configuration from DNS, no retry behind the caller's back, no connection shared with another
 * client. Pings find a dead engine within seconds even when nothing is asked.
 */
import { Client } from '@grpc/grpc-js';
import { maxBatchBytes, maxItemOverhead } from './batch';
import type { CredentialSource, PeerCredentials } from './credential-source';
import { channelCredentials } from './credentials';

export interface ChannelTarget {
  /** `host:port` */
  readonly address: string;
  /** A source, when they can change while this runs. */
  readonly credentials: PeerCredentials | CredentialSource;
  /** The name the certificate must carry, when it is not the host of the address. */
  readonly serverName?: string;
  readonly maxMessageBytes: number;
}

export const openChannel = ({ address, credentials, serverName, maxMessageBytes }: ChannelTarget): Client =>
  new Client(address, channelCredentials(credentials), {
    'grpc.enable_http_proxy': 0,
    'grpc.service_config_disable_resolution': 1,
    'grpc.enable_retries': 0,
    'grpc.use_local_subchannel_pool': 1,
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 2_000,
    'grpc.keepalive_time_ms': 5_000,
    'grpc.keepalive_timeout_ms': 2_000,
    'grpc.keepalive_permit_without_calls': 1,
    'grpc.max_receive_message_length': Math.max(maxMessageBytes, maxBatchBytes) + maxItemOverhead,
    ...(serverName === undefined ? {} : { 'grpc.ssl_target_name_override': serverName }),
  });
