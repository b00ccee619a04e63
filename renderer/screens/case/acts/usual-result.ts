/** The first paper that a procedure's result names: what is usually given back. Empty where it names none. */
export function usualResult(result: string): string {
  const [first = ''] = result.split(/[;(/]|\.,/, 1);
  return first.replace(/[\s.,]+$/, '').slice(0, 120);
}
