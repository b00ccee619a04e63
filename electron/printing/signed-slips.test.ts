import { expect, test } from 'vitest';
import { z } from 'zod';
import formTexts from '../../resources/form-texts.json' with { type: 'json' };
import questionSets from '../../resources/question-sets.json' with { type: 'json' };
import { allFormTextsSchema, type SlipForm, slipForms } from '../../shared/domain/forms.ts';
import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { questionSetSchema } from '../../shared/domain/rating-settings.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import { parseSignedSlip } from '../../shared/domain/slip-signature.ts';
import { officeOfTests } from '../../tests/desk.ts';
import { sampleCase } from './sample-case.ts';
import { sampleSigner } from './sample-slip.ts';
import { type PrintOccasion, slipOfCase } from './slip-of-case.ts';

const occasion: PrintOccasion = {
  settings: settingsSchema.parse({ office: officeOfTests, hours: defaultOpeningHours }),
  formTexts: allFormTextsSchema.parse(formTexts),
  questionSets: z.array(questionSetSchema).parse(questionSets),
  reprint: 0,
  now: '2025-04-29T08:00',
  signer: sampleSigner,
};
const signedDue = (form: SlipForm, change: object = {}) => {
  const source = sampleCase(form);
  const slip = slipOfCase(form, { ...source, state: { ...source.state, ...change } }, occasion);
  const signed = slip.codes?.signed ?? null;
  return signed === null ? undefined : parseSignedSlip(signed)?.dueAt;
};

test('each slip is signed over the hour that it says: after an extension over the new one', () => {
  expect(signedDue('acknowledgement')).toBe('2025-04-28T09:15');
  expect(signedDue('apologyLetter')).toBe('2025-05-07T09:15');
  for (const form of ['acknowledgement', 'trackingSlip', 'largeTypeSlip'] as const) {
    expect(signedDue(form, { dueAt: '2025-05-07T09:15' })).toBe('2025-05-07T09:15');
    expect(signedDue(form, { promisedAt: '2025-04-25T16:00' })).toBe('2025-04-25T16:00');
    expect(signedDue(form, { dueAt: null })).toBeNull();
  }
});

test('slips that say no appointment to a citizen keep the bare code, and what cannot be signed is printed all the same', () => {
  const signed = slipForms.filter((form) => signedDue(form) !== undefined);
  expect(signed.toSorted()).toEqual(['acknowledgement', 'apologyLetter', 'largeTypeSlip', 'trackingSlip']);
  expect(signedDue('acknowledgement', { slipCode: '250424-12345678-31' })).toBeUndefined();
});
