/** Ratings apart from people, and feedback cases. A released migration never changes. */
export const sql = `
-- One-time codes on slips. Used or not, never when; a used one knows its case no more: from an answer no row leads to a case.
CREATE TABLE ratingCodes (
  code TEXT NOT NULL PRIMARY KEY,
  caseId INTEGER REFERENCES cases (id),
  stage TEXT NOT NULL CHECK (stage IN ('reception', 'supplement', 'rejection', 'return')),
  issuedOn TEXT NOT NULL CHECK (length(issuedOn) = 10),
  used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1)),
  CHECK ((used = 1) = (caseId IS NULL)),
  UNIQUE (caseId, stage)
) STRICT, WITHOUT ROWID;
CREATE INDEX ratingCodesByDay ON ratingCodes (issuedOn, used);

-- Answers without the person: the key is random, so that their order tells nothing either (NĐ 118/2025/NĐ-CP Đ29.3).
CREATE TABLE ratings (
  -- Of a paper the key of the form that it was typed into, random too: sent again it is not counted again.
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  answeredOn TEXT NOT NULL CHECK (length(answeredOn) = 10),
  stage TEXT NOT NULL,
  procedureCode TEXT NOT NULL,
  procedureShortName TEXT NOT NULL,
  field TEXT NOT NULL,
  point TEXT NOT NULL,
  -- Only where the office says so.
  clerkId INTEGER REFERENCES people (id),
  source TEXT NOT NULL CHECK (source IN ('ownScreen', 'paper', 'uncodedPaper')),
  questionSet TEXT NOT NULL,
  scale INTEGER NOT NULL CHECK (scale IN (3, 5)),
  -- 1 the worst, scale the best.
  mark INTEGER NOT NULL CHECK (mark BETWEEN 1 AND scale),
  isLow INTEGER NOT NULL CHECK (isLow IN (0, 1)),
  -- Marks by question, reasons, a sentence.
  answers TEXT NOT NULL CHECK (json_valid(answers))
) STRICT, WITHOUT ROWID;
-- In the order in which answers are counted, with all that is asked of them: no sorting, no looking up.
CREATE INDEX ratingsCounted ON ratings (
  substr(answeredOn, 1, 7), procedureCode, field, stage, point, clerkId, source, scale, mark, isLow, answeredOn, procedureShortName);
-- The few that hold more than a mark.
CREATE INDEX ratingsMarked ON ratings (answeredOn) WHERE instr(answers, '"marks":{}') = 0;
CREATE INDEX ratingsReasoned ON ratings (answeredOn) WHERE instr(answers, '"reasons":[]') = 0;
CREATE INDEX ratingsWritten ON ratings (answeredOn) WHERE instr(answers, '"comment":""') = 0;
CREATE INDEX ratingsLow ON ratings (answeredOn) WHERE isLow = 1;

-- Answers that no entry of the journal counts yet: one entry a day counts them together, once that day is over.
CREATE TABLE ratingsToJournal (
  day TEXT NOT NULL PRIMARY KEY CHECK (length(day) = 10),
  answers INTEGER NOT NULL CHECK (answers >= 1)
) STRICT, WITHOUT ROWID;

-- How many answers came in a minute that made a burst. clerkId 0: all of them; a clerk only with a burst of his own.
CREATE TABLE ratingPulses (
  minute TEXT NOT NULL CHECK (length(minute) = 16),
  clerkId INTEGER NOT NULL DEFAULT 0,
  answers INTEGER NOT NULL CHECK (answers >= 1),
  outOfHours INTEGER NOT NULL CHECK (outOfHours IN (0, 1)),
  PRIMARY KEY (minute, clerkId)
) STRICT, WITHOUT ROWID;

-- Phản ánh, kiến nghị: the stored fold of its events.
CREATE TABLE feedbackCases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- A form makes one, however often it is sent: its key.
  formKey TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('received', 'awaitingDetail', 'processing', 'answered', 'refused', 'withdrawn')),
  receivedAt TEXT NOT NULL CHECK (length(receivedAt) = 16),
  acknowledgeDueAt TEXT CHECK (length(acknowledgeDueAt) = 16),
  acknowledgedAt TEXT CHECK (length(acknowledgedAt) = 16),
  answerDueAt TEXT CHECK (length(answerDueAt) = 16),
  endedAt TEXT CHECK (length(endedAt) = 16),
  caseId INTEGER REFERENCES cases (id),
  -- A complaint about attitude that was found true or not; null: not judged, or no complaint.
  isFounded INTEGER CHECK (isFounded IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE INDEX feedbackCasesByTime ON feedbackCases (receivedAt, id);
CREATE INDEX feedbackCasesOpen ON feedbackCases (answerDueAt, id) WHERE endedAt IS NULL;
CREATE INDEX feedbackCasesByCase ON feedbackCases (caseId) WHERE caseId IS NOT NULL;
`;
