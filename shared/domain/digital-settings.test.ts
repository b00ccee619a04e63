import { expect, test } from 'vitest';
import { areaNamedIn, digitalSettingsSchema, measuresOf, withoutLoss } from './digital-settings.ts';

const areas = ['Tiểu khu 1', 'Tiểu khu 12', 'Bản Hua Ít'];

test.each([
  ['Tiểu khu 12, thị trấn Ít Ong', 'Tiểu khu 12'],
  ['tieu khu 1, thị trấn Ít Ong', 'Tiểu khu 1'],
  ['Số 4, Bản Hua Ít', 'Bản Hua Ít'],
  ['Tiểu khu 13, thị trấn Ít Ong', ''],
  ['Tiểu khu 1, trước ở Bản Hua Ít', ''],
])('an address names an area in whole words, and only one: %s', (address, area) => {
  expect(areaNamedIn(address, areas)).toBe(area);
});

const usual = digitalSettingsSchema.parse({});

test('what leaves the settings is ended: no longer asked for, and still counted and named', () => {
  const wanted = {
    ...usual,
    criteria: usual.criteria.filter(({ id }) => id !== 'bank'),
    topics: usual.topics.slice(1),
    places: [],
    populations: [],
  };
  const kept = withoutLoss(usual, wanted);
  expect(kept.criteria.at(-1)).toMatchObject({ id: 'bank', isEnded: true });
  expect(kept.topics.filter(({ isEnded }) => isEnded).map(({ id }) => id)).toEqual(['vneid']);
  expect(kept.places.every(({ isEnded }) => isEnded)).toBe(true);
  expect(kept.populations).toEqual(usual.populations);
  const measures = measuresOf(kept);
  expect(measures[0]).toMatchObject({ label: 'Công dân số, đủ 4 tiêu chí' });
  expect(measures.map(({ id }) => id)).toContain('bank');
  expect(digitalSettingsSchema.parse(kept)).toEqual(kept);
  expect(withoutLoss(kept, kept)).toEqual(kept);
});

test('two rows that are offered have two names; one that ended may share its name', () => {
  const [first, second] = usual.places;
  const again = { id: 'again', label: first?.label ?? '' };
  const places = (isEnded: boolean) => ({ places: [{ ...first, isEnded }, second, again] });
  expect(digitalSettingsSchema.safeParse(places(false)).error?.issues[0]).toMatchObject({
    message: 'twice',
    path: ['places', 2, 'label'],
  });
  expect(digitalSettingsSchema.safeParse(places(true)).success).toBe(true);
});
