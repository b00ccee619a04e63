/** Being filled in. */
export function Catalogue() {
  return null;
}
