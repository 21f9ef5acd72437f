type Listener = (detail?: unknown) => void;

let entries: [name: string, listener: Listener, once: boolean | undefined][] = [];

/** Without a listener: all of this event; without an event: all. */
export const off = (name?: string, listener?: Listener) => {
  entries = entries.filter((entry) => (name && entry[0] !== name) || (listener && entry[1] !== listener));
};

export const on = (name: string, listener: Listener, once?: boolean) => {
  if (!listener.call) throw 0;
  entries.push([name, listener, once]);
  return () => off(name, listener);
};

/** Listeners run later and apart: what they throw is the host's own error and stops nothing here. */
export const emit = (name: string, detail?: unknown) => {
  for (const [wanted, listener, once] of entries) {
    if (wanted === name) {
      if (once) off(name, listener);
      setTimeout(listener, 0, detail);
    }
  }
};
