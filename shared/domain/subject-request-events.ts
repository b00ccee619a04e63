import { z } from 'zod';
import type { PersonRef } from './case-state.ts';
import { organisationNameSchema, requiredText, textField } from './person.ts';
import { subjectWishes } from './subject-right-settings.ts';

/** What happens to a request about one's own data: what is entered, what may be done, and what the journal keeps of it. */

/** For whom he asks: himself, or somebody he acts for, and why he may. */
export const askerCapacities = ['self', 'parent', 'guardian', 'authorised', 'heir', 'agency'] as const;
export type AskerCapacity = (typeof askerCapacities)[number];

export const askerSchema = z.discriminatedUnion('capacity', [
  z.object({ capacity: z.literal('self') }),
  z.object({
    capacity: z.enum(['parent', 'guardian', 'authorised', 'heir', 'agency']),
    name: organisationNameSchema,
    /** What showed that he may: "Giấy ủy quyền ngày 03/4", "Giấy khai sinh". */
    proof: requiredText(200),
  }),
]);

export const requestSchema = z.object({
  wish: z.enum(subjectWishes),
  asker: askerSchema,
  /** In his words. */
  words: requiredText(2000),
});
export type RequestInput = z.output<typeof requestSchema>;

export const requestResults = ['granted', 'partly'] as const;
export type RequestResult = (typeof requestResults)[number];

export const requestActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('acknowledge'), note: textField(500).default('') }),
  z.object({ kind: z.literal('extend'), reason: requiredText(1000) }),
  /** To whoever deletes, which takes two people and is done elsewhere. */
  z.object({ kind: z.literal('handOver'), note: textField(500).default('') }),
  z.object({ kind: z.literal('answer'), result: z.enum(requestResults), answer: requiredText(4000) }),
  z.object({ kind: z.literal('refuse'), ground: requiredText(300), reason: requiredText(2000) }),
  z.object({ kind: z.literal('withdraw'), reason: textField(500).default('') }),
]);
export type RequestAct = z.output<typeof requestActSchema>;
export type RequestActKind = RequestAct['kind'];

/** A correction that was made since the request came in. */
export interface LinkedCorrection {
  caseId: number;
  caseCode: string;
  at: string;
}

interface EventFacts {
  /** No name and no number of the person: the register has them. */
  received: RequestInput & {
    code: string;
    citizenId: number;
    /** When it reached the office; the event may be written down later. */
    receivedAt: string;
    acknowledgeDueAt: string;
    answerDueAt: string;
  };
  acknowledged: { note: string };
  extended: { reason: string; answerDueAt: string };
  handedOver: { note: string };
  answered: { result: RequestResult; answer: string; corrections: LinkedCorrection[] };
  refused: { ground: string; reason: string };
  withdrawn: { reason: string };
}
export type RequestEventKind = keyof EventFacts;

export type RequestEvent = {
  [Kind in RequestEventKind]: { kind: Kind; at: string; by: PersonRef } & EventFacts[Kind];
}[RequestEventKind];

export type RequestEventOf<Kind extends RequestEventKind> = Extract<RequestEvent, { kind: Kind }>;
