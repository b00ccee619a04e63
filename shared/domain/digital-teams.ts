import { z } from 'zod';
import { daySchema, personNameSchema, phoneSchema, requiredText, textField } from './person.ts';

/** Tổ công nghệ số cộng đồng and what they do and have: plain rows, each saved whole. */

/** `version` 0 is a new row; the id is the form's, so that a form sent twice makes one. */
const rowFields = { id: z.uuid(), version: z.int().min(0) };

export const teamSchema = z.object({
  ...rowFields,
  name: requiredText(80),
  area: textField(80).default(''),
  note: textField(300).default(''),
});
export type Team = z.infer<typeof teamSchema>;

export const memberRoles = ['head', 'deputy', 'member'] as const;
export const memberSchema = z.object({
  ...rowFields,
  teamId: z.uuid(),
  name: personNameSchema,
  role: z.enum(memberRoles).default('member'),
  area: textField(80).default(''),
  phone: phoneSchema.nullable().default(null),
});
export type Member = z.infer<typeof memberSchema>;

export const homeVisitSchema = z.object({
  ...rowFields,
  teamId: z.uuid().nullable().default(null),
  /** The household as the team calls it. */
  household: requiredText(120),
  address: textField(200).default(''),
  area: textField(80).default(''),
  phone: phoneSchema.nullable().default(null),
  visitedOn: daySchema,
  /** People met. */
  people: z.int().min(0).max(100).default(1),
  outOfHours: z.boolean().default(false),
  note: textField(500).default(''),
  /** When to come again; null: done. */
  nextOn: daySchema.nullable().default(null),
});

export const trainingClassSchema = z.object({
  ...rowFields,
  title: requiredText(160),
  heldOn: daySchema,
  place: textField(160).default(''),
  area: textField(80).default(''),
  teamId: z.uuid().nullable().default(null),
  teacher: textField(120).default(''),
  /** Counted in the room; null before the class. */
  headcount: z.int().min(0).max(5000).nullable().default(null),
  note: textField(500).default(''),
});

/** Given to people (quà) or lent to teams (thiết bị). */
export const assetKinds = ['gift', 'equipment'] as const;
export const assetSchema = z.object({
  ...rowFields,
  kind: z.enum(assetKinds),
  name: requiredText(120),
  quantity: z.int().min(1).max(1_000_000),
  givenOn: daySchema,
  teamId: z.uuid().nullable().default(null),
  receivedBy: textField(120).default(''),
  source: textField(160).default(''),
  note: textField(300).default(''),
});

export const facilityKinds = ['wifi', 'computer', 'kiosk', 'other'] as const;
export const facilitySchema = z.object({
  ...rowFields,
  kind: z.enum(facilityKinds),
  name: requiredText(120),
  area: textField(80).default(''),
  address: textField(200).default(''),
  since: daySchema,
  /** Out of use from this day. */
  until: daySchema.nullable().default(null),
  note: textField(300).default(''),
});

/** Which plain rows there are, by the name of their table. */
export const digitalThings = {
  digitalTeams: teamSchema,
  digitalMembers: memberSchema,
  homeVisits: homeVisitSchema,
  trainingClasses: trainingClassSchema,
  digitalAssets: assetSchema,
  digitalFacilities: facilitySchema,
} as const;
export type DigitalThing = keyof typeof digitalThings;
export type DigitalRow<Thing extends DigitalThing> = z.output<(typeof digitalThings)[Thing]>;
