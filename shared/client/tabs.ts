/** Word between the tabs of one origin; nobody hears their own. */
export interface Tabs<T> {
  tell(notice: T): void;
  hear(listener: (notice: T) => void): void;
  close(): void;
}

/** Joins the tabs that use the same `name`; alone where the browser has no BroadcastChannel. */
export function joinTabs<T>(name: string): Tabs<T> {
  if (!globalThis.BroadcastChannel) return { tell() {}, hear() {}, close() {} };
  const channel = new BroadcastChannel(name);
  const post = channel.postMessage.bind(channel);
  return {
    tell: (notice) => post(notice),
    hear: (listener) => channel.addEventListener('message', ({ data }: MessageEvent<T>) => listener(data)),
    close: () => channel.close(),
  };
}
