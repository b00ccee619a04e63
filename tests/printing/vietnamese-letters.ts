/** Twelve vowels by six tones and the consonants, in both cases, each one character (NFC): 186 letters. */
export function vietnameseLetters(): string[] {
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) =>
    tones.map((tone) => `${vowel}${tone}`.normalize('NFC')),
  );
  const lower = [...vowels, ...'bcdđghklmnpqrstvxfjwz'];
  return [...lower, ...lower.map((letter) => letter.toUpperCase())];
}
