/** Being filled in. */
export function Settings() {
  return null;
}
