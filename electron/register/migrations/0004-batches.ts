/**
 * Lists of cases handled together, and print jobs of a list beside those of a case. A released migration never changes.
 */
export const sql = `
CREATE TABLE batches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  at TEXT NOT NULL CHECK (length(at) = 16),
  personId INTEGER NOT NULL REFERENCES people (id),
  -- Title, case ids and notes as they were when the list was made.
  data TEXT NOT NULL CHECK (json_valid(data)),
  UNIQUE (kind, year, number)
) STRICT;
CREATE INDEX batchesByTime ON batches (at, id);

CREATE TABLE printJobsOfCasesAndBatches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  caseId INTEGER REFERENCES cases (id),
  batchId INTEGER REFERENCES batches (id),
  form TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN (
    'queued', 'ready', 'printing', 'sent', 'confirmed', 'failed', 'unknown', 'skipped')),
  reprint INTEGER NOT NULL CHECK (reprint >= 0),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 20),
  -- Numbers of the copies that a person saw on paper.
  copiesOut TEXT NOT NULL DEFAULT '[]' CHECK (json_type(copiesOut) = 'array'),
  -- A printer may have taken a sheet of it: to print it again is a reprint.
  mayBeOut INTEGER NOT NULL DEFAULT 0 CHECK (mayBeOut IN (0, 1)),
  createdAt TEXT NOT NULL,
  changedAt TEXT NOT NULL,
  fileName TEXT,
  printer TEXT,
  fault TEXT,
  UNIQUE (caseId, form, reprint),
  UNIQUE (batchId, form, reprint),
  CHECK ((caseId IS NULL) <> (batchId IS NULL))
) STRICT;
INSERT INTO printJobsOfCasesAndBatches (id, caseId, form, state, reprint, copies, copiesOut, mayBeOut,
    createdAt, changedAt, fileName, printer, fault)
  SELECT id, caseId, form, state, reprint, copies,
    CASE state WHEN 'confirmed' THEN (
      WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < copies)
      SELECT json_group_array(number) FROM numbers
    ) ELSE '[]' END,
    state IN ('printing', 'sent', 'confirmed', 'unknown') OR coalesce(fault IN ('printerSilent', 'notOut'), 0),
    createdAt, changedAt, fileName, printer, fault
  FROM printJobs;
DROP TABLE printJobs;
ALTER TABLE printJobsOfCasesAndBatches RENAME TO printJobs;
CREATE INDEX printJobsOpen ON printJobs (createdAt, id) WHERE state IN
  ('queued', 'ready', 'printing', 'failed', 'unknown');
CREATE INDEX printJobsSent ON printJobs (changedAt, id) WHERE state = 'sent';
CREATE INDEX printJobsSettled ON printJobs (changedAt, id) WHERE state IN ('confirmed', 'skipped');
`;
