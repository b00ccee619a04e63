import { expect, test } from 'vitest';
import { ratingSettingsSchema } from '../../../shared/domain/rating-settings.ts';
import { freshSetCode, toRatingSettings, toRatingValues } from './rating-values.ts';

const saved = ratingSettingsSchema.parse({
  ownSets: [
    {
      code: 'own1',
      name: 'Riêng',
      main: 'Hài lòng không?',
      questions: [
        { code: 'q1', text: 'Nơi chờ' },
        { code: 'q2', text: 'Thái độ' },
        { code: 'q3', text: 'Đúng hẹn' },
      ],
      reasons: ['Chờ lâu'],
    },
  ],
});
const codesAfter = (questions: string) => {
  const values = toRatingValues(saved);
  const [set] = values.ownSets;
  if (set === undefined) throw new Error('no set');
  return toRatingSettings({ ...values, ownSets: [{ ...set, questions }] }).ownSets[0]?.questions.map(
    ({ code }) => code,
  );
};

test('settings come back as they were', () => {
  expect(toRatingSettings(toRatingValues(saved))).toEqual(saved);
});

test('answers stay with their question', () => {
  expect(codesAfter('Nơi chờ\nĐúng hẹn')).toEqual(['q1', 'q3']);
  expect(codesAfter('Nơi ngồi chờ\nThái độ\nĐúng hẹn')).toEqual(['q1', 'q2', 'q3']);
  expect(codesAfter('Đúng hẹn\nThái độ\nNơi chờ')).toEqual(['q3', 'q2', 'q1']);
  expect(codesAfter('Nơi chờ\nThái độ\nĐúng hẹn\nPhí')).toEqual(['q1', 'q2', 'q3', 'q4']);
});

test('one more set has a code of its own', () => {
  expect(freshSetCode(saved.ownSets)).toBe('own2');
});
