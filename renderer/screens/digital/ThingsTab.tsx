export function ThingsTab() {
  return null;
}
