import { WebSocketEngine } from './web-socket-engine';

/**
 * A WebSocket is all that most ever need; the stock engine, which can poll, is loaded once that has failed. A proxy
 * that swallows WebSockets lets them hang: every third attempt starts with polling.
 */
export async function pickEngine(attempt: number): Promise<object> {
  const stock = attempt > 0 && (await import('./stock-engine').catch(() => null));
  if (!stock) return { engine: WebSocketEngine };
  const transports = attempt % 3 === 2 ? ['polling', 'websocket'] : ['websocket', 'polling'];
  return { engine: stock.Socket, transports, tryAllTransports: true };
}
