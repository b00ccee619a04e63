/** Being filled in. */
export function FirstRun() {
  return null;
}
