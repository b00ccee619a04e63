import { z } from 'zod';
import type { CampaignEntry } from './digital-campaign.ts';
import {
  daySchema,
  idNumberSchema,
  personNameSchema,
  phoneSchema,
  requiredText,
  textField,
} from './person.ts';
import { accentKey } from './text.ts';

/** The help that is counted: a person's criteria and the help he got. People and lượt are never one number. */

/** How much the citizen did himself, from làm hộ to tự làm. */
export const assistanceLevels = ['forThem', 'guided', 'alone'] as const;
export type AssistanceLevel = (typeof assistanceLevels)[number];

/** How somebody knows that a criterion is reached. */
export const markChecks = ['seen', 'message', 'lookedUp', 'told'] as const;
export type MarkCheck = (typeof markChecks)[number];

const birthYearSchema = z.int().min(1900).max(2100);
export const nameIdSchema = z.string().regex(/^[a-zA-Z0-9]{1,30}$/);

export const personDetailsSchema = z.object({
  name: personNameSchema,
  birthYear: birthYearSchema.nullable().default(null),
  area: textField(80).default(''),
  phone: phoneSchema.nullable().default(null),
});
export type PersonDetails = z.infer<typeof personDetailsSchema>;

/** Somebody as he says who he is; the number is hashed at once and kept nowhere. */
export const metPersonSchema = personDetailsSchema
  .extend({ idNumber: idNumberSchema.nullable().default(null) })
  .refine(({ idNumber, phone, birthYear }) => idNumber !== null || phone !== null || birthYear !== null, {
    path: ['birthYear'],
    error: 'required',
  });
export type MetPerson = z.infer<typeof metPersonSchema>;

/** Whose card: known to digital support, known to the register of citizens, or met now. */
export const whoseSchema = z.union([
  z.object({ personId: z.int().min(1) }),
  z.object({ citizenId: z.int().min(1) }),
  z.object({ met: metPersonSchema }),
]);
export type Whose = z.infer<typeof whoseSchema>;

export const keySources = ['idNumber', 'phone', 'name'] as const;
export type KeySource = (typeof keySources)[number];

/**
 * What a person is known by: the identity number, else the telephone, else name and birth year. Undefined for whoever says
 * none of them; never to be stored, only its keyed hash.
 */
export function personKeyText(
  person: Pick<MetPerson, 'idNumber' | 'phone' | 'name' | 'birthYear'>,
): { source: KeySource; text: string } | undefined {
  const { idNumber, phone, name, birthYear } = person;
  if (idNumber !== null) return { source: 'idNumber', text: `idNumber:${idNumber}` };
  if (phone !== null) return { source: 'phone', text: `phone:${phone}` };
  return birthYear === null ? undefined : { source: 'name', text: `name:${accentKey(name)}:${birthYear}` };
}

/** What was helped, in two taps: the rest has its usual value. */
export const helpSchema = z.object({
  topic: nameIdSchema,
  level: z.enum(assistanceLevels),
  minutes: z.int().min(1).max(480).nullable().default(null),
  place: nameIdSchema.default('counter'),
  on: daySchema.optional(),
  teamId: z.uuid().nullable().default(null),
  /** Who of the team helped; null: whoever sits here. */
  memberId: z.uuid().nullable().default(null),
  caseId: z.int().min(1).nullable().default(null),
  note: textField(200).default(''),
});

export const helpInputSchema = helpSchema.extend({
  /** A form makes one help, however often it is sent. */
  formKey: z.uuid(),
  whose: whoseSchema,
});

export const markInputSchema = z.object({
  formKey: z.uuid(),
  whose: whoseSchema,
  criterion: nameIdSchema,
  on: daySchema.optional(),
  check: z.enum(markChecks),
  level: z.enum(assistanceLevels).nullable().default(null),
  memberId: z.uuid().nullable().default(null),
  note: textField(200).default(''),
});

export const unmarkInputSchema = z.object({
  personId: z.int().min(1),
  criterion: nameIdSchema,
  /** Only this one of all that say so; null: all of them. */
  claimId: z.uuid().nullable().default(null),
  reason: requiredText(200),
});

export const takeBackInputSchema = z.object({ helpId: z.uuid(), reason: requiredText(200) });

/** Somebody who helped: of the staff (`id` a number) or a member of a team. */
export interface Helper {
  staffId: number | null;
  memberId: string | null;
  name: string;
}

/** One thing said to be reached; several may say the same. */
export interface Claim {
  /** Of the form, or of the entry of a campaign. */
  id: string;
  criterion: string;
  on: string;
  check: MarkCheck;
  level: AssistanceLevel | null;
  helper: Helper;
  note: string;
}

/** One lượt. */
export interface Help {
  id: string;
  topic: string;
  level: AssistanceLevel;
  minutes: number;
  place: string;
  on: string;
  teamId: string | null;
  helper: Helper;
  campaignId: string | null;
  caseId: number | null;
  note: string;
}

interface Moment {
  /** Office time. */
  at: string;
  by: { id: number; name: string };
}

/** What the journal says of a person, under `digital:<id>`. `erasedArea`: his data went, and this of where he lives stays. */
export type DigitalEvent = Moment &
  (
    | { kind: 'added'; source: KeySource; details: PersonDetails | null; erasedArea?: string }
    | { kind: 'described'; details: PersonDetails }
    | { kind: 'marked'; claim: Claim }
    | { kind: 'unmarked'; criterion: string; claimId: string | null; reason: string }
    | { kind: 'helped'; help: Help }
    | { kind: 'helpTakenBack'; helpId: string; reason: string }
    /** As a campaign's entry stands now; a removed one, or one that turned out to be somebody else's, says nothing. */
    | { kind: 'entered'; entry: CampaignEntry }
    | { kind: 'entryLeft'; entryId: string }
  );
