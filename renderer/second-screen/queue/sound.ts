/** The voice and the chime of a screen. Both keep silent until the browser lets them. */

let audio: AudioContext | undefined;

/** From then on the page may sound: in a touch, or where its window needs none. */
export function wakeSound(): void {
  void context()?.resume();
}

/** Browsers load their voices only once somebody asked for them. */
export function readyVoice(): void {
  if ('speechSynthesis' in window) window.speechSynthesis.getVoices();
}

/** Speaks, where the browser has a Vietnamese voice; answers whether it does. */
export function say(words: string): boolean {
  if (!('speechSynthesis' in window)) return false;
  const voice = window.speechSynthesis.getVoices().find(({ lang }) => /^vi\b/i.test(lang));
  if (voice === undefined) return false;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  window.speechSynthesis.speak(utterance);
  return true;
}

/** Two soft tones. */
export function chime(): void {
  const player = context();
  if (player?.state !== 'running') return;
  for (const [index, frequency] of [659, 523].entries()) {
    const from = player.currentTime + index * 0.35;
    const tone = player.createOscillator();
    const volume = player.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.3, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.9);
    tone.connect(volume).connect(player.destination);
    tone.start(from);
    tone.stop(from + 1);
  }
}

function context(): AudioContext | undefined {
  if (audio === undefined && 'AudioContext' in window) audio = new AudioContext();
  return audio;
}
