import { prepared, type Writer } from '../connection.ts';
import { toldOf } from '../told-rows.ts';

/**
 * Rows that are kept as they were written and that the journal tells: what citizens were told, breaches of personal data, and lists
 * without their notes. Of a list of before it told their numbers, one that no row is left of stays named as missing.
 */
export function putBackTold(tx: Writer): void {
  for (const { id, kind, personId, data } of toldOf(tx, 'notice')) {
    if (kind !== 'notice.sent') continue;
    // Of an erased one its form is told no more, and nobody sends it again.
    const formKey = data.formKey || `salvaged:${id}`;
    const { caseId = null, occasion = null, channel = null, text = null, at = null } = data;
    prepared(
      tx,
      `INSERT OR IGNORE INTO notices (id, formKey, caseId, occasion, channel, text, at, personId)
       VALUES (@id, @formKey, @caseId, @occasion, @channel, @text, @at, @personId)`,
    ).run({ id, formKey, caseId, occasion, channel, text, at, personId });
  }
  for (const { id, kind, personId, data } of toldOf(tx, 'batch')) {
    const act = kind.slice('batch.'.length);
    const { caseIds, number = null, title, at, giver } = data;
    if (typeof at !== 'string') continue;
    prepared(
      tx,
      `INSERT OR IGNORE INTO batches (id, kind, year, number, at, personId, data)
       VALUES (@id, @kind, @year, @number, @at, @personId, @data)`,
    ).run({
      ...{ id, number, at, personId, year: Number(at.slice(0, 4)) },
      kind: act === 'received' ? 'bulkReception' : act,
      data: JSON.stringify({ caseIds, notes: '', ...(giver !== undefined && { giver }), title }),
    });
  }
  const versions = new Map<number, number>();
  for (const { id, kind, data } of toldOf(tx, 'breach')) {
    if (kind !== 'breach.saved') continue;
    const version = (versions.get(id) ?? 0) + 1;
    versions.set(id, version);
    // A row that was read, or comes from a copy, may be older than what is told.
    prepared(
      tx,
      `INSERT INTO breaches (id, content, version) VALUES (@id, @content, @version)
       ON CONFLICT (id) DO UPDATE SET content = excluded.content, version = excluded.version
       WHERE excluded.version > version`,
    ).run({ id, version, content: JSON.stringify(data) });
  }
}
