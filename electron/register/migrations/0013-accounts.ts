/** Accounts, sign-ins, failures. A released migration never changes. */
export const sql = `
-- Secrets as scrypt hashes with their parameters; nothing here opens anything.
CREATE TABLE accounts (
  personId INTEGER PRIMARY KEY REFERENCES people (id),
  -- Of the password; while mustSet is 1 of a start code, which its person replaces.
  passwordHash TEXT NOT NULL,
  mustSet INTEGER NOT NULL CHECK (mustSet IN (0, 1)),
  -- Until when a start code holds, epoch milliseconds.
  codeUntil INTEGER,
  pinHash TEXT,
  setAt TEXT NOT NULL,
  CHECK ((mustSet = 1) = (codeUntil IS NOT NULL))
) STRICT;

-- Times are epoch milliseconds. A sample has none: there a seat is a name.
CREATE TABLE signIns (
  tokenHash BLOB NOT NULL PRIMARY KEY CHECK (length(tokenHash) = 32),
  personId INTEGER NOT NULL REFERENCES people (id),
  device TEXT NOT NULL,
  startedAt INTEGER NOT NULL,
  lastActiveAt INTEGER NOT NULL,
  lockedAt INTEGER,
  pinMisses INTEGER NOT NULL DEFAULT 0 CHECK (pinMisses >= 0),
  endedAt INTEGER,
  endedWhy TEXT CHECK (endedWhy IN ('signedOut', 'changed', 'everywhere', 'passwordSet', 'left', 'roles')),
  CHECK ((endedAt IS NULL) = (endedWhy IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX signInsOpen ON signIns (personId) WHERE endedAt IS NULL;

-- When it failed since it last succeeded: of one account at one device ('person:3 window'), of a device ('device window').
CREATE TABLE failedTries (
  subject TEXT NOT NULL PRIMARY KEY,
  times TEXT NOT NULL CHECK (json_valid(times))
) STRICT, WITHOUT ROWID;

-- The sealed code that makes a new password of an administrator.
CREATE TABLE recoveryCode (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  hash TEXT NOT NULL,
  madeAt TEXT NOT NULL
) STRICT;
`;
