/** A soft sound for a new ticket, in one tab of this browser only: the one that holds the lock. */
export interface Chime {
  play(): void;
  stop(): void;
}

const NOTES = [659.25, 880];

export function createChime(wanted: () => boolean): Chime {
  let leads = !('locks' in navigator);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const abort = new AbortController();
  if ('locks' in navigator) {
    const lead = async () => {
      leads = true;
      await held;
      leads = false;
    };
    navigator.locks.request('beseda-desk-chime', { signal: abort.signal }, lead).catch(() => undefined);
  }
  return {
    play() {
      if (leads && wanted()) ring();
    },
    stop() {
      letGo();
      abort.abort();
    },
  };
}

/** Two quiet tones. A page that nobody has touched yet may not sound; then it stays silent. */
function ring(): void {
  const audio = new AudioContext();
  if (audio.state === 'suspended') {
    void audio.close();
    return;
  }
  NOTES.forEach((frequency, index) => {
    const start = audio.currentTime + index * 0.12;
    const tone = new OscillatorNode(audio, { frequency, type: 'sine' });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.linearRampToValueAtTime(0.06, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.4);
    tone.connect(gain).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.4);
    if (index === NOTES.length - 1) tone.onended = () => void audio.close();
  });
}
