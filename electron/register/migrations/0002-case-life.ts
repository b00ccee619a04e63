/** What the whole life of a case adds to its row. A released migration never changes. */
export const sql = `
-- What timeliness is counted against: not the citizen's date after an apology, none while the clock stands still.
ALTER TABLE cases ADD COLUMN measuredDueAt TEXT CHECK (length(measuredDueAt) = 16);
-- What the counter works towards: our own part of an inter-agency case while the dossier is with us.
ALTER TABLE cases ADD COLUMN workDueAt TEXT CHECK (length(workDueAt) = 16);
ALTER TABLE cases ADD COLUMN registeredAt TEXT CHECK (length(registeredAt) = 16);
-- Null while a dossier was never received complete and correct: it is in no figure (rules §11).
ALTER TABLE cases ADD COLUMN acceptedAt TEXT CHECK (length(acceptedAt) = 16);
ALTER TABLE cases ADD COLUMN volume INTEGER NOT NULL DEFAULT 1 CHECK (volume >= 1);
ALTER TABLE cases ADD COLUMN nationalCode TEXT;
-- A promise of a no-appointment day, counted for its own hit rate.
ALTER TABLE cases ADD COLUMN noAppointment INTEGER NOT NULL DEFAULT 0 CHECK (noAppointment IN (0, 1));
ALTER TABLE cases ADD COLUMN savedDays INTEGER NOT NULL DEFAULT 0 CHECK (savedDays >= 0);
ALTER TABLE cases ADD COLUMN visits INTEGER NOT NULL DEFAULT 0 CHECK (visits >= 0);
ALTER TABLE cases ADD COLUMN originalsHeld INTEGER NOT NULL DEFAULT 0 CHECK (originalsHeld >= 0);
ALTER TABLE cases ADD COLUMN shelf TEXT NOT NULL DEFAULT '';
-- The first day on which a case that waits for papers may be stopped.
ALTER TABLE cases ADD COLUMN mayStopFrom TEXT CHECK (length(mayStopFrom) = 10);
ALTER TABLE cases ADD COLUMN extendedTo TEXT CHECK (length(extendedTo) = 16);
ALTER TABLE cases ADD COLUMN setAsideAt TEXT CHECK (length(setAsideAt) = 16);
ALTER TABLE cases ADD COLUMN batchId INTEGER;
ALTER TABLE cases ADD COLUMN contentVersion INTEGER NOT NULL DEFAULT 1 CHECK (contentVersion >= 1);

-- Rows of the first version have had no act that sets these two apart from the appointment.
UPDATE cases SET measuredDueAt = dueAt, workDueAt = dueAt, registeredAt = receivedAt, acceptedAt = receivedAt;
-- The rest is in the events: what came in by hand, what was kept, what a shorter limit saved.
UPDATE cases SET (workDueAt, savedDays, visits, originalsHeld) = (
  SELECT
    CASE WHEN cases.endedAt IS NULL THEN coalesce(data ->> '$.appointment.ownDueAt', cases.dueAt) ELSE cases.dueAt END,
    CASE WHEN data ->> '$.appointment.saved.kind' IN ('workingDays', 'days')
      THEN data ->> '$.appointment.saved.value' ELSE 0 END,
    (data ->> '$.channel' = 'direct') + EXISTS (
      SELECT 1 FROM journal AS back WHERE back.subject = journal.subject AND back.kind = 'case.returned'
        AND back.data ->> '$.via' = 'counter'),
    (SELECT coalesce(sum(paper.value ->> '$.originals'), 0) FROM json_each(data, '$.papers') AS paper
     WHERE NOT paper.value ->> '$.shown' AND NOT EXISTS (
       SELECT 1 FROM json_each('["Tờ khai", "Đơn", "Bản khai", "Bản cam", "Giấy đề nghị", "Văn bản", "Tờ trình",
         "Danh sách", "Phiếu", "Biên bản"]') AS begins
       WHERE substr(paper.value ->> '$.name', 1, length(begins.value)) = begins.value))
  FROM journal WHERE journal.subject = 'case:' || cases.id AND journal.kind = 'case.received');

DROP INDEX casesByYear;
CREATE INDEX casesByYear ON cases (year, timeliness, channel, endedAt, acceptedAt);
DROP INDEX casesOpen;
CREATE INDEX casesOpen ON cases (workDueAt, id) WHERE status IN
  ('registered', 'received', 'processing', 'awaitingSupplement', 'awaitingPayment');
CREATE INDEX casesOpenMeasured ON cases (measuredDueAt, id) WHERE status IN
  ('registered', 'received', 'processing', 'awaitingSupplement', 'awaitingPayment');
CREATE UNIQUE INDEX casesByNationalCode ON cases (nationalCode) WHERE nationalCode IS NOT NULL;
CREATE INDEX casesWithoutNationalCode ON cases (receivedAt, id) WHERE nationalCode IS NULL;
CREATE INDEX casesHoldingOriginals ON cases (receivedAt, id) WHERE originalsHeld > 0;
CREATE INDEX casesMayStop ON cases (mayStopFrom, id) WHERE status = 'awaitingSupplement';
CREATE INDEX casesOfBatch ON cases (batchId) WHERE batchId IS NOT NULL;
CREATE INDEX casesNoAppointment ON cases (receivedAt, id) WHERE noAppointment = 1;
`;
