/**
 * What a stored text says, parsed once while the same text comes back: a list of hundreds of cases asks for the same
 * settings and the same rule for each of them. Keyed by the text itself, so that a save, also one of this very transaction
 * or one taken back with it, is seen at once. What it answers is shared: nobody may change it.
 */
export function rememberParsed<T>(parse: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = parse(text);
    known.set(text, value);
    return value;
  };
}
