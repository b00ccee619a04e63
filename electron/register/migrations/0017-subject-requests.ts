/** Requests of people about data on themselves, and restrictions. A released migration never changes. */
export const sql = `
-- The stored fold of a request's events; what was said stays in the journal.
CREATE TABLE subjectRequests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- A form makes one, however often it is sent: its key.
  formKey TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  citizenId INTEGER REFERENCES citizens (id) ON DELETE SET NULL,
  wish TEXT NOT NULL CHECK (wish IN ('view', 'correct', 'withdraw', 'restrict', 'lift', 'delete', 'protect')),
  status TEXT NOT NULL CHECK (status IN ('received', 'processing', 'answered', 'refused', 'withdrawn')),
  receivedAt TEXT NOT NULL CHECK (length(receivedAt) = 16),
  acknowledgeDueAt TEXT NOT NULL CHECK (length(acknowledgeDueAt) = 16),
  acknowledgedAt TEXT CHECK (length(acknowledgedAt) = 16),
  answerDueAt TEXT NOT NULL CHECK (length(answerDueAt) = 16),
  endedAt TEXT CHECK (length(endedAt) = 16),
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK ((endedAt IS NULL) = (status IN ('received', 'processing')))
) STRICT;
CREATE INDEX subjectRequestsOpen ON subjectRequests (answerDueAt, id) WHERE endedAt IS NULL;
CREATE INDEX subjectRequestsByTime ON subjectRequests (receivedAt, id);
CREATE INDEX subjectRequestsByCitizen ON subjectRequests (citizenId, id) WHERE citizenId IS NOT NULL;

-- Records whose person had the use of his data restricted: what answered requests left in force.
CREATE TABLE restrictions (
  citizenId INTEGER PRIMARY KEY REFERENCES citizens (id) ON DELETE CASCADE,
  requestId INTEGER NOT NULL REFERENCES subjectRequests (id),
  since TEXT NOT NULL CHECK (length(since) = 16)
) STRICT;
`;
