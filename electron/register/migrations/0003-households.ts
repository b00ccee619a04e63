/** People known again: merges and households. A released migration never changes. */
export const sql = `
-- A record that turned out to be of the same person points to the one that goes on; nothing of it is lost.
ALTER TABLE citizens ADD COLUMN mergedInto INTEGER REFERENCES citizens (id) CHECK (mergedInto <> id);
ALTER TABLE citizens ADD COLUMN birthOn TEXT GENERATED ALWAYS AS (details ->> '$.birthOn') VIRTUAL;
ALTER TABLE citizens ADD COLUMN kind TEXT GENERATED ALWAYS AS (details ->> '$.kind') VIRTUAL;
-- Counted from the cases themselves.
ALTER TABLE citizens DROP COLUMN caseCount;
-- A number has one record of a kind for ever, merged or not; a household business may bear its owner's.
DROP INDEX citizensByIdNumber;
CREATE UNIQUE INDEX citizensByIdNumber ON citizens (idNumber, kind) WHERE idNumber IS NOT NULL;
CREATE INDEX citizensByBirth ON citizens (birthOn) WHERE birthOn IS NOT NULL;
CREATE INDEX citizensByMerge ON citizens (mergedInto) WHERE mergedInto IS NOT NULL;
CREATE INDEX citizensByLastCase ON citizens (lastCaseAt, id) WHERE mergedInto IS NULL;
CREATE INDEX casesByCitizen ON cases (citizenId, id);

CREATE TABLE merges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  survivorId INTEGER NOT NULL REFERENCES citizens (id),
  mergedId INTEGER NOT NULL REFERENCES citizens (id),
  mergedAt TEXT NOT NULL,
  undoneAt TEXT,
  -- The person of both: as the clerk chose, and as later forms told.
  details TEXT NOT NULL CHECK (json_valid(details)),
  CHECK (survivorId <> mergedId)
) STRICT;
CREATE UNIQUE INDEX mergesStanding ON merges (mergedId) WHERE undoneAt IS NULL;
CREATE INDEX mergesBySurvivor ON merges (survivorId, id) WHERE undoneAt IS NULL;

-- Two records that look like one person and are two; firstId is the smaller.
CREATE TABLE toldApart (
  firstId INTEGER NOT NULL REFERENCES citizens (id),
  secondId INTEGER NOT NULL REFERENCES citizens (id),
  PRIMARY KEY (firstId, secondId),
  CHECK (firstId < secondId)
) STRICT, WITHOUT ROWID;

-- Who stood at the counter for whom, and what a clerk put right by hand.
CREATE TABLE relatives (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  citizenId INTEGER NOT NULL REFERENCES citizens (id),
  -- What the relative is to the person, in the words of the case.
  relation TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL CHECK (name <> ''),
  idNumber TEXT,
  phone TEXT,
  -- Null: by hand.
  caseCode TEXT,
  state TEXT NOT NULL DEFAULT 'noticed' CHECK (state IN ('noticed', 'confirmed', 'removed')),
  -- Chosen by hand; null: as the words of the case mean.
  kin TEXT,
  CHECK ((state = 'confirmed') = (kin IS NOT NULL))
) STRICT;
CREATE INDEX relativesByCitizen ON relatives (citizenId, id);
CREATE INDEX relativesByNumber ON relatives (idNumber, id) WHERE idNumber IS NOT NULL;
CREATE INDEX relativesByPhone ON relatives (phone, id) WHERE phone IS NOT NULL;
CREATE INDEX relativesByCase ON relatives (caseCode) WHERE caseCode IS NOT NULL;

-- Whichever way a case comes in, its submitter is noticed with the entry that records it.
CREATE TRIGGER relativesNoticed AFTER INSERT ON journal
  WHEN NEW.kind IN ('case.received', 'case.registered')
    AND coalesce(NEW.data ->> '$.submitter.relation', '') <> '' AND NEW.data ->> '$.citizenId' IS NOT NULL
BEGIN
  INSERT INTO relatives (citizenId, relation, name, idNumber, phone, caseCode)
  VALUES (NEW.data ->> '$.citizenId', NEW.data ->> '$.submitter.relation', NEW.data ->> '$.submitter.name',
    NEW.data ->> '$.submitter.idNumber', NEW.data ->> '$.submitter.phone', NEW.data ->> '$.caseCode');
END;
INSERT INTO relatives (citizenId, relation, name, idNumber, phone, caseCode)
  SELECT data ->> '$.citizenId', data ->> '$.submitter.relation', data ->> '$.submitter.name',
    data ->> '$.submitter.idNumber', data ->> '$.submitter.phone', data ->> '$.caseCode'
  FROM journal WHERE kind = 'case.received'
    AND coalesce(data ->> '$.submitter.relation', '') <> '' AND data ->> '$.citizenId' IS NOT NULL ORDER BY seq;
`;
