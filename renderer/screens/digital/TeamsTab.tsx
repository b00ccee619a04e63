export function TeamsTab() {
  return null;
}
