import { z } from 'zod';
import { intakeForms } from './forms.ts';
import { feeEntrySchema, paperSchema, type Receive, returnChannels } from './intake.ts';
import {
  daySchema,
  idNumberSchema,
  organisationNameSchema,
  personNameSchema,
  phoneSchema,
  textField,
} from './person.ts';
import { channels } from './procedure.ts';
import { fold, words } from './text.ts';

/** Many dossiers that one giver brings with a list (biên bản giao nhận hồ sơ): entered together, received together. */

export const mostBulkRows = 500;

/** One line of the list: whose dossier it is. */
export const bulkRowSchema = z.object({
  name: personNameSchema,
  idNumber: idNumberSchema.nullable().default(null),
  birthOn: daySchema.nullable().default(null),
  phone: phoneSchema.nullable().default(null),
  address: textField(300).default(''),
  note: textField(500).default(''),
  /** One of the list's procedures. */
  procedureCode: z.string().min(1).max(40),
});
export type BulkRow = z.output<typeof bulkRowSchema>;

/** Who brings the list: a person, or a school, an agency, a post office. */
const giverSchema = z.object({
  name: organisationNameSchema,
  idNumber: idNumberSchema.nullable().default(null),
  phone: phoneSchema.nullable().default(null),
  relation: textField(80).default(''),
});

export const bulkSchema = z.object({
  /** One key a form: a repeated call makes nothing twice. */
  formKey: z.uuid(),
  giver: giverSchema,
  /** What is asked for, each with the papers and the fee of one dossier. */
  procedures: z
    .array(
      z.object({
        code: z.string().min(1).max(40),
        variant: textField(200).nullable().default(null),
        papers: z.array(paperSchema).max(100),
        fee: feeEntrySchema,
      }),
    )
    .min(1)
    .max(20),
  channel: z.enum(channels).default('direct'),
  returnChannel: z.enum(returnChannels).default('counter'),
  /** Point and digital dossier of every line, as at a reception. */
  point: textField(40).optional(),
  digitised: z.boolean().optional(),
  notes: textField(500).default(''),
  rows: z.array(bulkRowSchema).min(1).max(mostBulkRows),
  /** One acknowledgement for all the dossiers, to go with the list. */
  hasAcknowledgement: z.boolean().default(false),
  /** Slips of every single case, beside the list. */
  slips: z.array(z.enum(intakeForms)).max(intakeForms.length).default([]),
});
export type BulkInput = z.input<typeof bulkSchema>;
export type Bulk = z.output<typeof bulkSchema>;

/**
 * For each line the index of an earlier one that has its number under another name; undefined where there is none. One name
 * without its accents is the same name. A warning, never a block: two people may have given one number.
 */
export function numberTwice(
  rows: readonly { name: string; idNumber: string | null }[],
): (number | undefined)[] {
  const firsts = new Map<string, number>();
  return rows.map(({ name, idNumber }, index) => {
    const number = idNumber?.replaceAll(/[\s.]/g, '').toUpperCase() ?? '';
    if (number === '' || name.trim() === '') return undefined;
    const first = firsts.get(number);
    if (first === undefined) firsts.set(number, index);
    return first === undefined || keyOfName(rows[first]?.name) === keyOfName(name) ? undefined : first;
  });
}

function keyOfName(name = ''): string {
  return words(fold(name)).join(' ');
}

/** One line of a list as a reception of its own; undefined when its procedure is none of the list's. */
export function receptionOfRow(bulk: Bulk, row: BulkRow): Omit<Receive, 'formKey' | 'slips'> | undefined {
  const procedure = bulk.procedures.find(({ code }) => code === row.procedureCode);
  if (procedure === undefined) return undefined;
  const { name, idNumber, birthOn, phone, address, note } = row;
  return {
    procedureCode: procedure.code,
    variant: procedure.variant,
    applicant: { kind: 'citizen', name, idNumber, birthOn, sex: null, phone, email: null, address },
    submitter: bulk.giver,
    papers: procedure.papers,
    summary: note,
    sets: 1,
    channel: bulk.channel,
    returnChannel: bulk.returnChannel,
    point: bulk.point,
    digitised: bulk.digitised,
    fee: procedure.fee,
    promisedAt: null,
  };
}
