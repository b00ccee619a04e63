/** Personal data that is erased when its time is over, and breaches that were written down. A released migration never changes. */
export const sql = `
-- What named anybody is gone; what is counted stays, the first part of the address among it. Null: nothing was erased.
ALTER TABLE cases ADD COLUMN erasedArea TEXT;
-- What of a procedure ended before a day and still names somebody.
CREATE INDEX casesKept ON cases (procedureCode, endedAt) WHERE erasedArea IS NULL AND endedAt IS NOT NULL;

-- A payload goes only in the moment in which the newest entry says that it goes and what stands in its place.
DROP TRIGGER journalIsAppendOnlyUpdate;
CREATE TRIGGER journalIsAppendOnlyUpdate BEFORE UPDATE ON journal
  WHEN (NEW.seq, NEW.at, NEW.device, NEW.kind, NEW.subject, NEW.dataHash, NEW.previousHash, NEW.hash)
      <> (OLD.seq, OLD.at, OLD.device, OLD.kind, OLD.subject, OLD.dataHash, OLD.previousHash, OLD.hash)
    OR NEW.personId IS NOT OLD.personId
    OR OLD.kind = 'data.erased'
    OR NOT EXISTS (
      SELECT 1 FROM journal AS newest WHERE newest.seq = (SELECT max(seq) FROM journal)
        AND newest.kind = 'data.erased' AND newest.data ->> ('$.entries."' || OLD.seq || '"') IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

-- Stored papers of what was erased, until they are off the disk; '' is the register's own unused pages.
CREATE TABLE erasedRemains (
  file TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- A breach of personal data, as it was written down last.
CREATE TABLE breaches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  content TEXT NOT NULL CHECK (json_valid(content)),
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
`;
