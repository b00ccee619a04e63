import type { NoticeChannel, NoticeOccasion } from '../../../shared/domain/notice-settings.ts';
import type { SentNotice } from '../../../shared/views-feedback.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** What citizens were told, over which channel, by whom. Beside the cases: a message changes nothing of a case. */

/** How often somebody was told that the result is ready: a column of a query over `cases`. */
export const timesToldReady = `(SELECT count(*) FROM notices
  WHERE notices.caseId = cases.id AND notices.occasion = 'ready') AS timesTold`;

/** How often somebody rang, reached or not: a column likewise. */
export const timesCalled = `(SELECT count(*) FROM journal
  WHERE journal.subject = 'case:' || cases.id AND journal.kind = 'contact.called') AS timesCalled`;

export interface NewNotice {
  formKey: string;
  caseId: number;
  occasion: NoticeOccasion;
  channel: NoticeChannel;
  text: string;
  at: string;
  personId: number;
}

export function insertNotice(tx: Writer, notice: NewNotice): number {
  const { lastInsertRowid } = prepared(
    tx,
    `INSERT INTO notices (formKey, caseId, occasion, channel, text, at, personId)
     VALUES (@formKey, @caseId, @occasion, @channel, @text, @at, @personId)`,
  ).run(notice);
  return Number(lastInsertRowid);
}

const sentColumns = 'notices.id, occasion, channel, at, people.name AS personName';

/** What a press already logged. */
export function findNoticeByForm(db: Reader, formKey: string): SentNotice | undefined {
  return prepared<SentNotice>(
    db,
    `SELECT ${sentColumns} FROM notices JOIN people ON people.id = notices.personId WHERE formKey = ?`,
  ).get(formKey);
}

/** What was told of a case, newest first. */
export function listNotices(db: Reader, caseId: number): SentNotice[] {
  return prepared<SentNotice>(
    db,
    `SELECT ${sentColumns} FROM notices
     JOIN people ON people.id = notices.personId WHERE caseId = ? ORDER BY notices.id DESC`,
  ).all(caseId);
}
