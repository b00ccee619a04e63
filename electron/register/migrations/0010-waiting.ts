/** Queue tickets and notices that were sent. A released migration never changes. */
export const sql = `
CREATE TABLE tickets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- A touch makes one ticket: its key.
  formKey TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL CHECK (length(day) = 10),
  -- From 1 each day.
  number INTEGER NOT NULL CHECK (number >= 1),
  -- Code of the group of the settings; '' where there is one line only.
  grouping TEXT NOT NULL DEFAULT '',
  -- 'elderly', 'pregnant', 'disabled' …; empty: the ordinary line.
  priority TEXT NOT NULL DEFAULT '',
  -- 'absent': called in vain, and back in line.
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'served', 'absent', 'left')),
  takenAt TEXT NOT NULL CHECK (length(takenAt) = 16),
  -- How often it was called in vain, and the day's call after which it is in line again.
  absences INTEGER NOT NULL DEFAULT 0 CHECK (absences >= 0),
  backAfter INTEGER NOT NULL DEFAULT 0 CHECK (backAfter >= 0),
  -- The line that its desk called from; '' from all of them, null before it was called.
  calledFrom TEXT,
  -- Which call of the day its last one was, and how often that one was said.
  callNumber INTEGER CHECK (callNumber >= 1),
  calls INTEGER NOT NULL DEFAULT 0 CHECK (calls >= 0),
  calledAt TEXT CHECK (length(calledAt) = 16),
  -- The window that called it, and its name for citizens.
  device TEXT,
  desk TEXT,
  personId INTEGER REFERENCES people (id),
  endedAt TEXT CHECK (length(endedAt) = 16),
  UNIQUE (day, number)
) STRICT;
CREATE INDEX ticketsInLine ON tickets (day, state, number);
CREATE UNIQUE INDEX ticketsByCall ON tickets (day, callNumber) WHERE callNumber IS NOT NULL;

CREATE TABLE notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- A copied text goes out once: its key.
  formKey TEXT NOT NULL UNIQUE,
  caseId INTEGER NOT NULL REFERENCES cases (id),
  -- What it tells: 'received', 'supplement', 'ready', 'apology'.
  occasion TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('zalo', 'sms', 'phone', 'email', 'inPerson')),
  text TEXT NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 16),
  personId INTEGER NOT NULL REFERENCES people (id)
) STRICT;
CREATE INDEX noticesByCase ON notices (caseId, id);
CREATE INDEX noticesByTime ON notices (at, id);
`;
