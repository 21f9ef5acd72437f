const KEY = 'beseda sound';

/** Two short notes, rising, unless the person wants none. Silent, also in the host's console, before a first gesture. */
export function playSound(): void {
  const { userActivation } = navigator as { userActivation?: UserActivation };
  if (!isSoundOn() || (userActivation && !userActivation.hasBeenActive)) return;
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
