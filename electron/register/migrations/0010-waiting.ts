/** Queue tickets and notices that were sent. A released migration never changes. */
export const sql = `
CREATE TABLE tickets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL CHECK (length(day) = 10),
  -- From 1 each day.
  number INTEGER NOT NULL CHECK (number >= 1),
  -- Code of the group of the settings; '' where there is one line only.
  grouping TEXT NOT NULL DEFAULT '',
  -- 'elderly', 'pregnant', 'disabled' …; empty: the ordinary line.
  priority TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'served', 'absent', 'left')),
  takenAt TEXT NOT NULL CHECK (length(takenAt) = 16),
  -- Where it stands in line: the hour it was taken, or came back to the line.
  linedUpAt TEXT NOT NULL CHECK (length(linedUpAt) = 16),
  calls INTEGER NOT NULL DEFAULT 0 CHECK (calls >= 0),
  calledAt TEXT CHECK (length(calledAt) = 16),
  desk TEXT,
  personId INTEGER REFERENCES people (id),
  endedAt TEXT CHECK (length(endedAt) = 16),
  UNIQUE (day, number)
) STRICT;
CREATE INDEX ticketsInLine ON tickets (day, state, linedUpAt, id);

CREATE TABLE notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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
