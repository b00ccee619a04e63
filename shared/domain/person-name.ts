/**
 * Whether a name that a machine typed can be trusted. An input method or a wrong code page leaves letters, endings or
 * marks that no Vietnamese syllable has; a name is right only when every word of it is a syllable, and some word
 * carries a mark (a name without any may have lost them all). Names of other spelling, such as "Ksor H'Nhung", are
 * doubted too: the clerk says that they are right.
 */
export function isTrustedName(name: string): boolean {
  const parts = name.normalize('NFC').split(' ');
  if (parts.length < 2 || !parts.every(isSyllable)) return false;
  if (!/[^ -~]/.test(name)) return false;
  return parts.every(isTitleCase) || parts.every((part) => part === part.toUpperCase());
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const stopTones = /[\u0301\u0323]/;

const onsets = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]';
const rimes = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu',
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot',
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung up ut uơ',
  'uôc uôi uôm uôn uông uôt uy uya uych uynh uyên uyêt uyu uyt ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu',
  'y ych yêm yên yêng yêt yêu yn ynh yt',
]
  .join(' ')
  .replaceAll(' ', '|');
const syllable = new RegExp(`^(?:${onsets})?(?:${rimes})$`, 'u');

/** One syllable with at most one tone; one that ends in a stop (c, ch, p, t) has an acute or a dot below. */
function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(toneMarks) ?? [];
  const letters = decomposed.replace(toneMarks, '').normalize('NFC');
  if (tones.length > 1 || !syllable.test(letters)) return false;
  return !/(?:c|ch|p|t)$/.test(letters) || stopTones.test(tones.join(''));
}

function isTitleCase(word: string): boolean {
  const [first = '', ...rest] = word;
  return first !== first.toLowerCase() && rest.every((letter) => letter === letter.toLowerCase());
}
