import type { ClientToServer, ServerToClient } from '@beseda/shared/protocol/socket';
import type { Server, Socket } from 'socket.io';
import type { AgentActor, RequesterActor } from '../db/actor';

/** Between the nodes of one install. */
export interface NodeToNode {
  'queue:touched': () => void;
}

/** Kept per connection; plain data, as other nodes read it too. */
export interface ConnectionData {
  actor: RequesterActor | AgentActor;
  presence?: { conversationId: string; mode: 'viewing' | 'replying' };
}

export type SocketServer = Server<ClientToServer, ServerToClient, NodeToNode, ConnectionData>;
export type Connection = Socket<ClientToServer, ServerToClient, NodeToNode, ConnectionData>;
