import { isNamedAlone, type OwnMarks, ownParts } from '../../../shared/domain/own-data.ts';
import { clearDraft } from '../cases/drafts.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/**
 * A form that was left half filled with somebody's number or telephone is no case of his; nor is one with his name alone, though it may
 * be a namesake's: a form that somebody is still filling is kept again with his next letter.
 */
export function draftsOf(db: Reader, marks: OwnMarks): string[] {
  return prepared<{ device: string; content: string }>(db, 'SELECT device, content FROM drafts')
    .all()
    .filter(({ content }) => {
      const form: unknown = JSON.parse(content);
      return ownParts(form, marks).length > 0 || isNamedAlone(form, marks);
    })
    .map(({ device }) => device);
}

export function dropDrafts(tx: Writer, marks: OwnMarks): void {
  for (const device of draftsOf(tx, marks)) clearDraft(tx, device);
}
