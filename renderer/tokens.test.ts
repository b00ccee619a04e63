import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colours, type Token, variableName } from './tokens.ts';

const textPairs: [Token, Token][] = [
  ...(['ink', 'ink2', 'ink3', 'ok', 'due', 'late', 'wait', 'ready', 'done', 'accent'] as const).flatMap(
    (ink) => (['surface', 'sunken', 'bg'] as const).map((ground): [Token, Token] => [ink, ground]),
  ),
  ...(['ok', 'due', 'late', 'wait', 'ready', 'done'] as const).map((meaning): [Token, Token] => [
    meaning,
    `${meaning}Soft`,
  ]),
  ['onAccent', 'accent'],
  ['onCount', 'count'],
  ['accent', 'accentSoft'],
  ['ink', 'accentSoft'],
  ['ink2', 'accentSoft'],
  ['ink2', 'hover'],
];

for (const [scheme, tokens] of Object.entries(colours)) {
  test(`text reads in the ${scheme} theme`, () => {
    const poor = textPairs.filter(([ink, ground]) => contrast(tokens[ink], tokens[ground]) < 4.5);
    expect(poor).toEqual([]);
  });

  test(`control borders show in the ${scheme} theme`, () => {
    expect(contrast(tokens.controlLine, tokens.surface)).toBeGreaterThanOrEqual(3);
  });
}

test('style sheets name only variables that somebody sets', () => {
  const sources = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:css|tsx)$/.test(name))
    .map((name) => ({ name, text: readFileSync(new URL(name, import.meta.url), 'utf8') }));
  const set = new Set([
    ...(Object.keys(colours.light) as Token[]).map(variableName),
    ...sources.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)['"]?:/g)].map(([, name]) => name)),
  ]);
  const unknown = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/var\((--[\w-]+)/g)]
      .filter(([, variable]) => !set.has(variable))
      .map(([, variable]) => `${name} ${variable}`),
  );
  expect(unknown).toEqual([]);
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
