/** Print jobs of other things than cases and lists: fee notes, closing sheets, tickets. A released migration never changes. */
export const sql = `
CREATE TABLE printJobsOfAnything (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  caseId INTEGER REFERENCES cases (id),
  batchId INTEGER REFERENCES batches (id),
  -- 'payment:5', 'shift:2', 'ticket:9': what it is of, beside a case or alone; empty: the case or list itself.
  subject TEXT NOT NULL DEFAULT '',
  -- Of what is neither of a case nor of a list.
  title TEXT,
  form TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN (
    'queued', 'ready', 'printing', 'sent', 'confirmed', 'failed', 'unknown', 'skipped')),
  reprint INTEGER NOT NULL CHECK (reprint >= 0),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 20),
  copiesOut TEXT NOT NULL DEFAULT '[]' CHECK (json_type(copiesOut) = 'array'),
  mayBeOut INTEGER NOT NULL DEFAULT 0 CHECK (mayBeOut IN (0, 1)),
  createdAt TEXT NOT NULL,
  changedAt TEXT NOT NULL,
  fileName TEXT,
  printer TEXT,
  fault TEXT,
  CHECK (NOT (caseId IS NOT NULL AND batchId IS NOT NULL)),
  CHECK (caseId IS NOT NULL OR batchId IS NOT NULL OR (subject <> '' AND title IS NOT NULL))
) STRICT;
INSERT INTO printJobsOfAnything (id, caseId, batchId, form, state, reprint, copies, copiesOut, mayBeOut, createdAt,
    changedAt, fileName, printer, fault)
  SELECT id, caseId, batchId, form, state, reprint, copies, copiesOut, mayBeOut, createdAt, changedAt, fileName,
    printer, fault FROM printJobs;
DROP TABLE printJobs;
ALTER TABLE printJobsOfAnything RENAME TO printJobs;
CREATE UNIQUE INDEX printJobsOfCase ON printJobs (caseId, subject, form, reprint) WHERE caseId IS NOT NULL;
CREATE UNIQUE INDEX printJobsOfBatch ON printJobs (batchId, form, reprint) WHERE batchId IS NOT NULL;
CREATE UNIQUE INDEX printJobsOfSubject ON printJobs (subject, form, reprint) WHERE caseId IS NULL AND batchId IS NULL;
CREATE INDEX printJobsOpen ON printJobs (createdAt, id) WHERE state IN
  ('queued', 'ready', 'printing', 'failed', 'unknown');
CREATE INDEX printJobsSent ON printJobs (changedAt, id) WHERE state = 'sent';
CREATE INDEX printJobsSettled ON printJobs (changedAt, id) WHERE state IN ('confirmed', 'skipped');
`;
