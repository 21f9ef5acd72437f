/** Calls `wake` when the browser says that trying again is worth it: network back, tab seen again, page restored. */
export function watchWakeups(wake: () => void): () => void {
  const seen = () => document.visibilityState === 'visible' && wake();
  addEventListener('online', wake);
  addEventListener('pageshow', seen);
  document.addEventListener('visibilitychange', seen);
  return () => {
    removeEventListener('online', wake);
    removeEventListener('pageshow', seen);
    document.removeEventListener('visibilitychange', seen);
  };
}
