/** The first register. A released migration never changes. */
export const sql = `
CREATE TABLE settings (
  name TEXT NOT NULL,
  effectiveFrom TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (name, effectiveFrom)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL DEFAULT '',
  roles TEXT NOT NULL CHECK (json_array_length(roles) > 0),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE seats (
  device TEXT NOT NULL PRIMARY KEY,
  personId INTEGER NOT NULL REFERENCES people (id)
) STRICT;

CREATE TABLE drafts (
  device TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_valid(content)),
  savedAt TEXT NOT NULL
) STRICT;

CREATE TABLE procedures (
  code TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  effectiveFrom TEXT NOT NULL,
  -- Place in the catalogue, the order of daily use.
  position INTEGER NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendarYears (
  year INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  PRIMARY KEY (year, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL CHECK (value >= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE citizens (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  idNumber TEXT GENERATED ALWAYS AS (details ->> '$.idNumber') STORED,
  phone TEXT GENERATED ALWAYS AS (details ->> '$.phone') STORED,
  lastCaseAt TEXT NOT NULL,
  caseCount INTEGER NOT NULL CHECK (caseCount >= 1),
  details TEXT NOT NULL CHECK (json_valid(details))
) STRICT;
CREATE UNIQUE INDEX citizensByIdNumber ON citizens (idNumber) WHERE idNumber IS NOT NULL;
CREATE INDEX citizensByPhone ON citizens (phone) WHERE phone IS NOT NULL;

-- What lists, search and figures ask of a case: columns of the fold of its events, which the journal holds whole.
CREATE TABLE cases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- A form makes one case: its key, and what it held.
  formKey TEXT NOT NULL UNIQUE,
  formHash BLOB NOT NULL CHECK (length(formHash) = 32),
  citizenId INTEGER REFERENCES citizens (id),
  caseCode TEXT NOT NULL,
  codeTail TEXT NOT NULL,
  slipCode TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL CHECK (serial >= 1),
  status TEXT NOT NULL CHECK (status IN (
    'registered', 'received', 'rejected', 'processing', 'awaitingSupplement', 'awaitingPayment',
    'withdrawn', 'stopped', 'resolved', 'returned')),
  channel TEXT NOT NULL CHECK (channel IN ('direct', 'online', 'postal')),
  receivedAt TEXT NOT NULL CHECK (length(receivedAt) = 16),
  dueAt TEXT CHECK (length(dueAt) = 16),
  promisedAt TEXT CHECK (length(promisedAt) = 16),
  endedAt TEXT CHECK (length(endedAt) = 16),
  timeliness TEXT CHECK (timeliness IN ('early', 'onTime', 'late', 'noDeadline')),
  limitKind TEXT NOT NULL,
  procedureCode TEXT NOT NULL,
  procedureShortName TEXT NOT NULL,
  field TEXT NOT NULL,
  applicantName TEXT NOT NULL,
  nameSortKey TEXT NOT NULL,
  idNumber TEXT,
  birthOn TEXT,
  phone TEXT,
  phoneTail TEXT,
  holderId INTEGER NOT NULL REFERENCES people (id),
  holderName TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK ((endedAt IS NULL) = (timeliness IS NULL))
) STRICT;
CREATE UNIQUE INDEX casesByCode ON cases (caseCode);
CREATE UNIQUE INDEX casesBySlip ON cases (slipCode);
CREATE UNIQUE INDEX casesBySerial ON cases (year, serial);
CREATE INDEX casesByCodeTail ON cases (codeTail);
CREATE INDEX casesByIdNumber ON cases (idNumber, id) WHERE idNumber IS NOT NULL;
CREATE INDEX casesByPhoneTail ON cases (phoneTail) WHERE phoneTail IS NOT NULL;
CREATE INDEX casesByPhone ON cases (phone, id) WHERE phone IS NOT NULL;
CREATE INDEX casesByReception ON cases (receivedAt, id);
CREATE INDEX casesByName ON cases (nameSortKey, id);
CREATE INDEX casesByDue ON cases (coalesce(dueAt, '9999'), id);
CREATE INDEX casesByField ON cases (field, receivedAt, id);
CREATE INDEX casesByChannel ON cases (channel, receivedAt, id);
CREATE INDEX casesByYear ON cases (year, timeliness, channel, endedAt);
CREATE INDEX casesByProcedure ON cases (procedureCode, receivedAt);
CREATE INDEX casesOpen ON cases (dueAt, id) WHERE status IN
  ('registered', 'received', 'processing', 'awaitingSupplement', 'awaitingPayment');
CREATE INDEX casesOpenByName ON cases (nameSortKey, id) WHERE status IN
  ('registered', 'received', 'processing', 'awaitingSupplement', 'awaitingPayment');
CREATE INDEX casesReady ON cases (endedAt, id) WHERE status = 'resolved';
CREATE INDEX casesAwaiting ON cases (id) WHERE status = 'awaitingSupplement';

CREATE VIRTUAL TABLE caseNames USING fts5 (
  folded, accented, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  personId INTEGER REFERENCES people (id),
  device TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  data TEXT NOT NULL CHECK (json_valid(data)),
  dataHash BLOB NOT NULL CHECK (length(dataHash) = 32),
  previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journalBySubject ON journal (subject, seq);
-- REPLACE deletes without firing a delete trigger: an entry may only come after the last.
CREATE TRIGGER journalIsAppendOnlyInsert BEFORE INSERT ON journal
  WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM journal)
  BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journalIsAppendOnlyUpdate BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journalIsAppendOnlyDelete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TABLE printJobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  caseId INTEGER NOT NULL REFERENCES cases (id),
  form TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN (
    'queued', 'ready', 'printing', 'sent', 'confirmed', 'failed', 'unknown', 'skipped')),
  reprint INTEGER NOT NULL CHECK (reprint >= 0),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 20),
  createdAt TEXT NOT NULL,
  changedAt TEXT NOT NULL,
  fileName TEXT,
  printer TEXT,
  fault TEXT,
  UNIQUE (caseId, form, reprint)
) STRICT;
CREATE INDEX printJobsOpen ON printJobs (createdAt, id) WHERE state IN
  ('queued', 'ready', 'printing', 'failed', 'unknown');
`;
