/**
 * The colours, said once. The theme takes the values; style sheets take `var(--name)` (`onAccent` → `--on-accent`).
 * Every text pair reaches 4.5:1 and every control border 3:1 in both themes (`tokens.test.ts`).
 */
const light = {
  bg: '#f2f5f6',
  surface: '#ffffff',
  sunken: '#f7f9fa',
  hover: '#eef2f4',
  line: '#dde3e6',
  line2: '#c9d2d7',
  controlLine: '#7b8992',
  ink: '#14202a',
  ink2: '#46555f',
  ink3: '#5a6973',
  scrim: 'rgba(16, 28, 36, 0.32)',
  accent: '#0b5f73',
  accent2: '#094c5c',
  onAccent: '#ffffff',
  accentSoft: '#e4f0f3',
  accentLine: '#9fc8d2',
  ok: '#1d7445',
  okSoft: '#e6f3eb',
  due: '#8f5a00',
  dueSoft: '#fbf0dc',
  late: '#b3261e',
  lateSoft: '#fbe9e7',
  wait: '#466377',
  waitSoft: '#e9f0f4',
  ready: '#6546b4',
  readySoft: '#efebfa',
  done: '#5a6973',
  doneSoft: '#eef1f2',
  count: '#34474f',
  onCount: '#ffffff',
  hatch: '#c3cdd2',
  made: '#f0aa2c',
  segOn: '#ffffff',
  lift: '0 1px 2px rgba(16, 32, 42, 0.06), 0 8px 24px rgba(16, 32, 42, 0.10)',
};
export type Token = keyof typeof light;

const dark: Record<Token, string> = {
  bg: '#0d1418',
  surface: '#151e23',
  sunken: '#111a1f',
  hover: '#1d282e',
  line: '#28343b',
  line2: '#37464e',
  controlLine: '#6d7f89',
  ink: '#e8eef1',
  ink2: '#b3c1c8',
  ink3: '#8fa0a9',
  scrim: 'rgba(0, 0, 0, 0.56)',
  accent: '#66c2d6',
  accent2: '#8ad4e4',
  onAccent: '#04232b',
  accentSoft: '#12323b',
  accentLine: '#2c6472',
  ok: '#70cf98',
  okSoft: '#14301f',
  due: '#e9b95c',
  dueSoft: '#34280f',
  late: '#f58f86',
  lateSoft: '#3a1b19',
  wait: '#a0bccd',
  waitSoft: '#1b2b35',
  ready: '#baa7f3',
  readySoft: '#272042',
  done: '#93a2ab',
  doneSoft: '#1f292e',
  count: '#b7c6ce',
  onCount: '#10191e',
  hatch: '#3d4d56',
  made: '#9a5a00',
  segOn: '#2c3b43',
  lift: '0 1px 2px rgba(0, 0, 0, 0.4), 0 8px 24px rgba(0, 0, 0, 0.45)',
};

export const colours = { light, dark };

/** `line2` → `--line-2`, `accentSoft` → `--accent-soft`. */
export function variableName(token: Token): string {
  return `--${token.replace(/(\d|[A-Z])/g, (part) => `-${part.toLowerCase()}`)}`;
}

/** The custom properties of one theme, for the global style. */
export function variables(scheme: keyof typeof colours): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colours[scheme]).map(([token, value]) => [variableName(token as Token), value]),
  );
}

/** `var(--ink-2)`: the token as MUI's style overrides take it. */
export function token(name: Token): string {
  return `var(${variableName(name)})`;
}
