import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/**
 * Half-filled intakes, one of each person at a device: who comes next does not find the form of the one before. They are
 * nobody's case yet: the one thing that is written without a journal entry, which would keep for ever what a citizen took
 * back.
 */
export interface Draft {
  content: unknown;
  /** Office time. */
  savedAt: string;
}

/** Under which a draft is kept. */
export const draftKey = (device: string, personId: number): string => `${device} ${personId}`;

export function findDraft(db: Reader, device: string): Draft | null {
  const row = prepared<{ content: string; savedAt: string }>(
    db,
    'SELECT content, savedAt FROM drafts WHERE device = ?',
  ).get(device);
  return row ? { content: JSON.parse(row.content), savedAt: row.savedAt } : null;
}

export function saveDraft(tx: Writer, device: string, draft: Draft): void {
  prepared(
    tx,
    `INSERT INTO drafts (device, content, savedAt) VALUES (?, ?, ?)
     ON CONFLICT (device) DO UPDATE SET content = excluded.content, savedAt = excluded.savedAt`,
  ).run(device, JSON.stringify(draft.content), draft.savedAt);
}

export function clearDraft(tx: Writer, device: string): void {
  prepared(tx, 'DELETE FROM drafts WHERE device = ?').run(device);
}
