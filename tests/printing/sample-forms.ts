import { z } from 'zod';
import { sampleSlip } from '../../electron/printing/sample-slip.ts';
import type { SlipData } from '../../electron/printing/slip-data.ts';
import formTexts from '../../resources/form-texts.json' with { type: 'json' };
import shippedSets from '../../resources/question-sets.json' with { type: 'json' };
import { allFormTextsSchema, type FormName } from '../../shared/domain/forms.ts';
import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { questionSetSchema } from '../../shared/domain/rating-settings.ts';
import { type Settings, settingsSchema } from '../../shared/domain/settings.ts';

/** Every form of the invented case, in the wording as installed. */

export const nationalTexts = allFormTextsSchema.parse(formTexts);

export const questionSets = z.array(questionSetSchema).parse(shippedSets);

export const settingsOfTests: Settings = settingsSchema.parse({
  office: {
    parentAgency: 'UBND thị trấn Ít Ong',
    name: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: 'Thị trấn Ít Ong',
    place: 'Ít Ong',
    province: 'Sơn La',
    agencyCode: 'H52.09.01',
    phone: '0900000100',
  },
  hours: defaultOpeningHours,
});

export function sampleOf(form: FormName, settings = settingsOfTests): SlipData {
  return sampleSlip(form, settings, { formTexts: nationalTexts, questionSets });
}

/** Its last copy alone, so that a page counts for one. */
export function oneCopyOf(data: SlipData): SlipData {
  const copy = data.copies.at(-1) ?? data.copies[0];
  return { ...data, copies: [copy] };
}
