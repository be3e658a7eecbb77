import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Fault as _countersign_fault_v1_Fault, Fault__Output as _countersign_fault_v1_Fault__Output } from './countersign/fault/v1/Fault';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  countersign: {
    fault: {
      v1: {
        Fault: MessageTypeDefinition<_countersign_fault_v1_Fault, _countersign_fault_v1_Fault__Output>
      }
    }
  }
}

