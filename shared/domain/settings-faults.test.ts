import { expect, test } from 'vitest';
import { faultsOf } from '../faults.ts';
import { feeSettingsSchema } from './fee-rule.ts';
import { noticeSettingsSchema } from './notice-settings.ts';
import { queueSettingsSchema } from './queue-settings.ts';
import { ratingSettingsSchema } from './rating-settings.ts';
import { secondScreenSettingsSchema } from './second-screen.ts';

const named = { code: 'a', name: 'A' };
const set = { code: 'own1', name: 'A', main: 'A' };
const extra = { ...named, unit: 'trang', unitVnd: 1000 };

test.each([
  [queueSettingsSchema, { groups: [named, { ...named, name: 'B' }] }, 'groups.1.code', 'twice'],
  [queueSettingsSchema, { priorities: [named, named] }, 'priorities.1.code', 'twice'],
  [ratingSettingsSchema, { ownSets: [set, set] }, 'ownSets.1.code', 'twice'],
  [
    ratingSettingsSchema,
    {
      ownSets: [
        {
          ...set,
          questions: [
            { code: 'q1', text: 'A' },
            { code: 'q1', text: 'B' },
          ],
        },
      ],
    },
    'ownSets.0.questions.1.code',
    'twice',
  ],
  [ratingSettingsSchema, { lowAtOrBelow: { of3: 2, of5: 2 } }, 'lowAtOrBelow.of3', 'tooBig'],
  [ratingSettingsSchema, { lowAtOrBelow: { of3: 1, of5: 4 } }, 'lowAtOrBelow.of5', 'tooBig'],
  [feeSettingsSchema, { extras: [extra, extra] }, 'extras.1.code', 'twice'],
  [feeSettingsSchema, { exemptGroups: [named, named] }, 'exemptGroups.1.code', 'twice'],
  [secondScreenSettingsSchema, { zaloAddress: 'javascript:alert(1)' }, 'zaloAddress', 'webAddress'],
  [secondScreenSettingsSchema, { zaloAddress: 'http://zalo.me/1' }, 'zaloAddress', 'webAddress'],
  [
    secondScreenSettingsSchema,
    { zaloAddress: 'https://zalo.me@evil.example/1' },
    'zaloAddress',
    'webAddress',
  ],
  [noticeSettingsSchema, { ready: ' \u202e ' }, 'ready', 'required'],
] as const)('nonsense in settings is told at its field: case %#', (schema, input, path, kind) => {
  const { error } = schema.safeParse(input);
  expect(error && faultsOf(error)).toEqual({ [path]: kind });
});

test('what makes sense is taken', () => {
  for (const zaloAddress of ['', 'https://zalo.me/0212383013', 'https://xã.gov.vn/a?b#c'])
    expect(secondScreenSettingsSchema.parse({ zaloAddress }).zaloAddress).toBe(zaloAddress);
  expect(ratingSettingsSchema.parse({ lowAtOrBelow: { of3: 1, of5: 3 } }).lowAtOrBelow.of5).toBe(3);
});
