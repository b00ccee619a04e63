import { z } from 'zod';

/** Posted and electronic, one of them, or not accurate, full and timely. */
export const publications = ['both', 'one', 'faulty'] as const;
export type Publication = (typeof publications)[number];

/** All settled on the spot, all received and returned at the counter, or fewer. */
export const oneStops = ['onTheSpot', 'here', 'less'] as const;
export type OneStop = (typeof oneStops)[number];

/** The limits of phản ánh, kiến nghị in working days: rules §10 have them from practice, so they stay a ward's data. */
export const feedbackSettingsSchema = z.object({
  /** Assumed: the sender is told that it came in. */
  acknowledgeDays: z.int().min(0).max(60).default(2),
  refuseDays: z.int().min(0).max(60).default(2),
  askDetailDays: z.int().min(0).max(60).default(5),
  answerDays: z.int().min(1).max(120).default(15),
  /** What is done at the counter, as the leader answers it for index 5; null: not answered. */
  oneStop: z.enum(oneStops).nullable().default(null),
  /** How procedures are made public, as the leader answers it for TT 01/2018/TT-VPCP Đ13 index 6; null: not answered. */
  publication: z.enum(publications).nullable().default(null),
});
export type FeedbackSettings = z.infer<typeof feedbackSettingsSchema>;
