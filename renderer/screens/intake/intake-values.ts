import { z } from 'zod';
import { intakeForms } from '../../../shared/domain/forms.ts';
import { type ReceiveInput, receiveSchema, returnChannels, sexes } from '../../../shared/domain/intake.ts';
import { channels } from '../../../shared/domain/procedure.ts';
import { parseTypedDay } from '../../../shared/format.ts';
import { emptyFee, feeEntryOf, feeValuesSchema } from './fee-values.ts';

/**
 * The intake form as it is typed. The draft in the register has this shape too; what comes back from there is
 * checked, because an older version may have written it.
 */
const paperValuesSchema = z.object({
  /** Of the row on the screen: two papers may have one name. */
  id: z.string().default(() => crypto.randomUUID()),
  name: z.string(),
  required: z.boolean(),
  ticked: z.boolean(),
  shown: z.boolean(),
  originals: z.number(),
  copies: z.number(),
  copyKind: z.enum(['photo', 'certified']),
  pages: z.number().nullable(),
  electronic: z.boolean().default(false),
});
export type PaperValues = z.infer<typeof paperValuesSchema>;

export const intakeValuesSchema = z.object({
  /** One key a form: whatever happens, it makes one case. */
  formKey: z.string(),
  onBehalf: z.boolean(),
  applicant: z.object({
    kind: z.enum(['citizen', 'organisation']),
    idNumber: z.string(),
    sex: z.enum(['', ...sexes]),
    name: z.string(),
    /** As typed: "12091996" or "12/09/1996". */
    birthOn: z.string(),
    phone: z.string(),
    address: z.string(),
    email: z.string(),
  }),
  submitter: z.object({ name: z.string(), idNumber: z.string(), phone: z.string(), relation: z.string() }),
  procedureCode: z.string(),
  variant: z.string().nullable(),
  papers: z.array(paperValuesSchema).max(100),
  summary: z.string(),
  sets: z.string(),
  channel: z.enum(channels),
  returnChannel: z.enum(returnChannels),
  /** Id of a reception point; '' is the counter itself. */
  point: z.string().default(''),
  /** Null: nobody said. */
  digitised: z.boolean().nullable().default(null),
  fee: feeValuesSchema,
  promisedAt: z.string().nullable(),
  slips: z.array(z.enum(intakeForms)),
});
export type IntakeValues = z.infer<typeof intakeValuesSchema>;

/** A fresh form with a key of its own. */
export function emptyIntake(slips: IntakeValues['slips']): IntakeValues {
  return {
    formKey: crypto.randomUUID(),
    onBehalf: false,
    applicant: emptyApplicant,
    submitter: { name: '', idNumber: '', phone: '', relation: '' },
    procedureCode: '',
    variant: null,
    papers: [],
    summary: '',
    sets: '1',
    channel: 'direct',
    returnChannel: 'counter',
    point: '',
    digitised: null,
    fee: emptyFee,
    promisedAt: null,
    slips,
  };
}

export const emptyApplicant: IntakeValues['applicant'] = {
  kind: 'citizen',
  idNumber: '',
  sex: '',
  name: '',
  birthOn: '',
  phone: '',
  address: '',
  email: '',
};

/** The same form with a key of its own: what the old key made, if anything, stays made. */
export function withFreshKey(values: IntakeValues): IntakeValues {
  return { ...values, formKey: crypto.randomUUID() };
}

/** True when somebody has typed something worth keeping. */
export function isTouched(values: IntakeValues): boolean {
  const { applicant, submitter, procedureCode, summary, sets, fee } = values;
  const texts = [
    ...Object.values({ ...applicant, kind: '' }),
    ...Object.values(submitter),
    procedureCode,
    summary,
    sets === '1' ? '' : sets,
    fee.amount,
  ];
  return texts.some((text) => text.trim() !== '');
}

const orNull = (text: string) => (text.trim() === '' ? null : text);
const day = (text: string) => (text.trim() === '' ? null : (parseTypedDay(text) ?? 'day'));

/** What the door is asked for. Fields that the screen does not show are left out. */
export function toReceiveInput(values: IntakeValues): ReceiveInput {
  const { applicant, submitter } = values;
  const contact = {
    name: applicant.name,
    idNumber: orNull(applicant.idNumber),
    phone: orNull(applicant.phone),
    email: orNull(applicant.email),
    address: applicant.address,
  };
  return {
    formKey: values.formKey,
    procedureCode: values.procedureCode,
    variant: values.variant,
    applicant:
      applicant.kind === 'citizen'
        ? { kind: 'citizen', ...contact, birthOn: day(applicant.birthOn), sex: applicant.sex || null }
        : { kind: 'organisation', ...contact, birthOn: null, sex: null },
    submitter: hasSubmitter(values)
      ? { ...submitter, idNumber: orNull(submitter.idNumber), phone: orNull(submitter.phone) }
      : null,
    papers: values.papers.filter((paper) => paper.ticked).map(toPaper),
    summary: values.summary,
    sets: Number(values.sets),
    channel: values.channel,
    returnChannel: values.returnChannel,
    point: values.point,
    ...(values.digitised !== null && { digitised: values.digitised }),
    fee: feeEntryOf(values.fee),
    promisedAt: values.promisedAt,
    slips: values.slips,
  };
}

/** An organisation always comes in the person of somebody. */
export function hasSubmitter({ onBehalf, applicant, submitter }: IntakeValues): boolean {
  return onBehalf || (applicant.kind === 'organisation' && submitter.name.trim() !== '');
}

function toPaper(paper: PaperValues): ReceiveInput['papers'][number] {
  return {
    name: paper.name,
    originals: paper.originals,
    certifiedCopies: paper.copyKind === 'certified' ? paper.copies : 0,
    photocopies: paper.copyKind === 'photo' ? paper.copies : 0,
    pages: paper.pages,
    shown: paper.shown,
    electronic: paper.electronic,
  };
}

/** The same schema as the door's. */
export function parseIntake(values: IntakeValues): ReturnType<typeof receiveSchema.safeParse> {
  return receiveSchema.safeParse(toReceiveInput(values));
}
