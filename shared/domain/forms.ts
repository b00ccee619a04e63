import { z } from 'zod';
import { requiredText, textField } from './person.ts';
import { tidy } from './text.ts';

/** The forms on paper: their names and the wording that a circular or a ward may change (forms §1). */

/** Slips of one case. The first six of TT 01/2018/TT-VPCP and TT 03/2025/TT-VPCP, then those in use beside them. */
export const slipForms = [
  'acknowledgement',
  'supplementSlip',
  'rejectionSlip',
  'apologyLetter',
  'stopNotice',
  'controlSlip',
  'trackingSlip',
  'refusalNotice',
  'handoverSlip',
  'returnReceipt',
  'withdrawalRequest',
  'guidanceSheet',
  'caseHistory',
  'largeTypeSlip',
  'congratulationLetter',
  'condolenceLetter',
  'sorryLetter',
  'feedbackSlip',
  'ratingSlip',
] as const;
export type SlipForm = (typeof slipForms)[number];

/** Those offered at intake and ticked beforehand in the settings. */
export const intakeForms = [
  'acknowledgement',
  'controlSlip',
  'trackingSlip',
  'largeTypeSlip',
] as const satisfies readonly SlipForm[];

/** Lists of many cases that go from hand to hand together. */
export const batchForms = ['bulkMinutes', 'resultHandover', 'handoverMinutes'] as const;
export type BatchForm = (typeof batchForms)[number];

/** Of money: a fee note of one payment of a case, the sheet of a closed shift. */
export const moneyForms = ['feeNote', 'closingSheet'] as const;

/** Of the queue: a ticket names nobody and belongs to no case. */
export const queueForms = ['queueTicket'] as const;

export const formNames = [...slipForms, ...batchForms, ...moneyForms, ...queueForms] as const;
export type FormName = (typeof formNames)[number];

/** Whose numbers the forms carry: TT 01/2018/TT-VPCP (01 to 06) or TT 03/2025/TT-VPCP (01 to 07). */
export const formNumberings = ['tt01', 'tt03'] as const;
export type FormNumbering = (typeof formNumberings)[number];

/** Text of several lines: each tidied, the breaks between them kept. */
export const linesField = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) =>
      text
        .split(/\r\n|\r|\n/)
        .map(tidy)
        .join('\n')
        .trim(),
    );

export const formTextSchema = z.object({
  title: requiredText(160),
  /** "Mẫu số 01"; printed only if the unit switches it on. */
  formNumber: textField(60).default(''),
  /** "(Ban hành kèm theo …)"; printed only if the unit switches it on. */
  legalLine: textField(200).default(''),
  showLegalLine: z.boolean().default(false),
  /** What TT 03/2025/TT-VPCP calls and numbers otherwise; an empty title is the same title. */
  tt03: z
    .object({
      title: textField(160).default(''),
      formNumber: textField(60).default(''),
      legalLine: textField(200).default(''),
    })
    .prefault({}),
  notes: textField(1000).default(''),
  /** On what ground data of people is used, in a line at the foot; left out as the national form says, empty prints none. */
  dataNotice: textField(400).optional(),
  /** The same in the second language of the place; empty prints nothing. */
  second: z.object({ title: textField(160).default(''), notes: textField(1000).default('') }).prefault({}),
  /** The acknowledgement's lines for a second stage, for the pen. */
  hasStageLines: z.boolean().default(false),
  /** Text of a letter, a paragraph a line, with places in braces: "{applicant}". */
  body: linesField(4000).default(''),
  /** After the number of a numbered paper: "PXL" of "Số: …/PXL". */
  numberMark: textField(30).default(''),
  /** What the paper is about, under its number or title: "Về việc xin lỗi …". */
  subject: textField(200).default(''),
  /** Who signs: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", the name. */
  signer: z
    .object({
      authority: textField(120).default(''),
      title: textField(120).default(''),
      name: textField(120).default(''),
    })
    .prefault({}),
  /** "Nơi nhận", one a line. */
  recipients: linesField(1000).default(''),
});
export type FormText = z.infer<typeof formTextSchema>;

/** The wording of every form, as installed. */
export const allFormTextsSchema = z.record(z.enum(formNames), formTextSchema);
export type FormTexts = z.infer<typeof allFormTextsSchema>;

/** The ward's own wording of forms, in place of the national one in resources/form-texts.json. */
export const formTextsSchema = z.partialRecord(z.enum(formNames), formTextSchema);
