import type { NoticeText } from './domain/notice.ts';
import type { NoticeChannel, NoticeOccasion } from './domain/notice-settings.ts';

/** Read models of what citizens are told and what they say. Times are office time `YYYY-MM-DDTHH:mm`. */

export interface SentNotice {
  id: number;
  occasion: NoticeOccasion;
  channel: NoticeChannel;
  at: string;
  personName: string;
}

export interface CaseNotices {
  /** Ready to paste, the most pressing first; empty when there is nothing to tell. */
  texts: NoticeText[];
  /** Newest first. */
  sent: SentNotice[];
}
