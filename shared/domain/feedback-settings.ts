import { z } from 'zod';

/** The limits of phản ánh, kiến nghị in working days: rules §10 have them from practice, so they stay a ward's data. */
export const feedbackSettingsSchema = z.object({
  /** Assumed: the sender is told that it came in. */
  acknowledgeDays: z.int().min(0).max(60).default(2),
  refuseDays: z.int().min(0).max(60).default(2),
  askDetailDays: z.int().min(0).max(60).default(5),
  answerDays: z.int().min(1).max(120).default(15),
});
export type FeedbackSettings = z.infer<typeof feedbackSettingsSchema>;
