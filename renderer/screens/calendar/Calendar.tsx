/** Being filled in. */
export function Calendar() {
  return null;
}
