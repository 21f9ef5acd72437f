const TURN_MS = 150;
const HOLD_MS = 3000;
const KEY = 'beseda sound';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One sound per message over all tabs: who gets the lock first. A tab where the message is being read takes it silently. */
export async function playSound(message: string, audible: boolean): Promise<void> {
  if (audible) await wait(TURN_MS);
  await navigator.locks?.request(`sound ${message}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    if (audible && isSoundOn()) blip();
    await wait(HOLD_MS);
  });
}

/** Two short notes, rising. Silent where the browser wants a gesture first. */
function blip(): void {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.connect(audio.destination);
  volume.gain.setValueAtTime(0.06, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4);
  for (const [index, pitch] of [660, 880].entries()) {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(audio.currentTime + index * 0.12);
    tone.stop(audio.currentTime + 0.4);
  }
  setTimeout(() => void audio.close(), 1000);
}

export function isSoundOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setSound(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Storage is refused here; the choice lasts no longer than the page.
  }
}
