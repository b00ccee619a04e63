import { z } from 'zod';
import { tidy } from './text.ts';

/** Office staff. Names and roles only: whoever sits at the window is named in every act. */
export const roles = ['clerk', 'officer', 'cashier', 'leader', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who manages an office, and so may be the second person of a sensitive act. */
export const managers = ['administrator', 'leader'] as const satisfies readonly Role[];

/** Who takes dossiers in at the desk. */
export const receivers = ['clerk', 'officer'] as const satisfies readonly Role[];

export const isManager = ({ roles }: { roles: readonly Role[] }): boolean =>
  managers.some((role) => roles.includes(role));

/** Free text at the border: NFC, tidied, bounded. The length is checked first so that a huge text costs nothing. */
export const textField = (max: number) => z.string().max(max).transform(tidy);
export const requiredText = (max: number) =>
  textField(max).refine((text) => text.length > 0, { error: 'required' });

/** Rows that others name by their code: no code stands twice. */
export const codedRows = <Row extends z.ZodType<{ code: string }>>(row: Row) =>
  z.array(row).superRefine((rows, { addIssue }) => {
    const codes = rows.map(({ code }) => code);
    for (const [index, code] of codes.entries())
      if (codes.indexOf(code) < index) addIssue({ code: 'custom', message: 'twice', path: [index, 'code'] });
  });

/** A web address that may become a QR: of the secure web alone, without a name to sign in. */
export const webAddressField = (max: number) =>
  textField(max).refine(
    (text) => text === '' || /^https:\/\/[\p{L}\d.-]+\.\p{L}{2,}(?:[/?#]\S*)?$/iu.test(text),
    { error: 'webAddress' },
  );

/** A person's name: letters of any language, spaces, hyphens, dots and apostrophes; no digits, no emoji. */
export const personNameSchema = requiredText(120).refine(
  (name) => /^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u.test(name),
  {
    error: 'personName',
  },
);

/** An organisation's name may carry digits and signs, but no emoji. */
export const organisationNameSchema = requiredText(200).refine(
  (name) => /\p{L}/u.test(name) && !/[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(name),
  {
    error: 'noEmoji',
  },
);

/** 12 digits (căn cước), 9 digits (CMND), 10 or 13 digits (mã số thuế), or a passport number. */
export const idNumberSchema = textField(20)
  .transform((text) => text.replaceAll(/[ .]/g, '').toUpperCase())
  .refine((text) => /^(?:\d{12}|\d{9}|\d{10}(?:-?\d{3})?|[A-Z]{1,2}\d{6,8})$/.test(text), {
    error: 'idNumber',
  });

/** Vietnamese telephone number, `+84` and separators accepted, stored as `0…`. */
export const phoneSchema = textField(24)
  .transform((text) => text.replaceAll(/[ .()-]/g, '').replace(/^\+?84(?=\d{8,10}$)/, '0'))
  .refine((text) => /^0\d{8,10}$/.test(text), { error: 'phone' });

/** A real calendar day `YYYY-MM-DD` between 1900 and 2100. */
export const daySchema = z
  .string()
  .regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, { error: 'day' })
  .refine(isRealDay, { error: 'day' });

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

export const staffSchema = z.object({
  name: personNameSchema,
  roles: z.array(z.enum(roles)).min(1),
  /** Title as slips show it, e.g. "Công chức Tư pháp – Hộ tịch". */
  title: textField(120).default(''),
});
export type Staff = z.infer<typeof staffSchema> & { id: number; active: boolean };

/** Everybody of an office: somebody must receive, and somebody must be able to change settings and add people. */
export const officePeopleSchema = z
  .array(staffSchema)
  .min(1)
  .max(60)
  .refine((people) => people.some((person) => person.roles.includes('clerk')), { error: 'noClerk' })
  .refine((people) => people.some(isManager), { error: 'noManager' });
