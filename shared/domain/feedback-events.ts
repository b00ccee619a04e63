import { z } from 'zod';
import type { PersonRef } from './case-state.ts';
import { phoneSchema, requiredText, textField } from './person.ts';

/** What happens to a phản ánh or kiến nghị: what is entered, what may be done, and what the journal keeps of it. */

export const feedbackNatures = ['complaint', 'proposal'] as const;
export type FeedbackNature = (typeof feedbackNatures)[number];

export const feedbackChannels = ['inPerson', 'box', 'phone', 'zalo', 'portal'] as const;
export type FeedbackChannel = (typeof feedbackChannels)[number];

export const feedbackTopics = ['attitude', 'timeLimit', 'procedure', 'fee', 'other'] as const;
export type FeedbackTopic = (typeof feedbackTopics)[number];

/** Who says it may stay unknown. */
export const senderSchema = z.object({
  name: textField(120).default(''),
  phone: phoneSchema.nullable().default(null),
});
export type FeedbackSender = z.infer<typeof senderSchema>;

export const feedbackSchema = z.object({
  nature: z.enum(feedbackNatures).default('complaint'),
  channel: z.enum(feedbackChannels),
  topic: z.enum(feedbackTopics),
  content: requiredText(4000),
  sender: senderSchema.nullable().default(null),
});
export type FeedbackInput = z.output<typeof feedbackSchema>;

const text = requiredText(4000);
export const feedbackActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('acknowledge'), note: textField(500).default('') }),
  z.object({ kind: z.literal('askDetail'), question: text }),
  z.object({ kind: z.literal('giveDetail'), detail: text }),
  z.object({ kind: z.literal('answer'), answer: text }),
  z.object({ kind: z.literal('refuse'), reason: text }),
  z.object({ kind: z.literal('withdraw'), reason: textField(500).default('') }),
  z.object({ kind: z.literal('judge'), isFounded: z.boolean(), note: textField(1000).default('') }),
]);
export type FeedbackAct = z.output<typeof feedbackActSchema>;
export type FeedbackActKind = FeedbackAct['kind'];

/** Office times `YYYY-MM-DDTHH:mm`, each the closing minute of its last day. */
export interface FeedbackDates {
  acknowledgeDueAt: string;
  refuseDueAt: string;
  askDetailDueAt: string;
  answerDueAt: string;
}

interface EventFacts {
  received: FeedbackInput &
    FeedbackDates & { code: string; about: { caseId: number; caseCode: string } | null };
  acknowledged: { note: string };
  detailAsked: { question: string };
  /** With the dates that the wait moved. */
  detailGiven: { detail: string } & Pick<FeedbackDates, 'refuseDueAt' | 'answerDueAt'>;
  answered: { answer: string };
  refused: { reason: string };
  withdrawn: { reason: string };
  judged: { isFounded: boolean; note: string };
}
export type FeedbackEventKind = keyof EventFacts;

export type FeedbackEvent = {
  [Kind in FeedbackEventKind]: { kind: Kind; at: string; by: PersonRef } & EventFacts[Kind];
}[FeedbackEventKind];

export type FeedbackEventOf<Kind extends FeedbackEventKind> = Extract<FeedbackEvent, { kind: Kind }>;
