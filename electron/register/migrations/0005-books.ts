/** Register books by year and volume. A released migration never changes. */
export const sql = `
CREATE TABLE books (
  year INTEGER NOT NULL,
  volume INTEGER NOT NULL CHECK (volume >= 1),
  fromSerial INTEGER NOT NULL CHECK (fromSerial >= 1),
  -- Null: the volume that goes on.
  toSerial INTEGER CHECK (toSerial >= fromSerial),
  openedAt TEXT NOT NULL CHECK (length(openedAt) = 16),
  closedAt TEXT CHECK (length(closedAt) = 16),
  PRIMARY KEY (year, volume),
  CHECK ((toSerial IS NULL) = (closedAt IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX booksGoingOn ON books (year) WHERE toSerial IS NULL;
INSERT INTO books (year, volume, fromSerial, openedAt)
  SELECT year, 1, 1, min(receivedAt) FROM cases GROUP BY year;

-- A year that was closed (khóa sổ): what its lines were, for ever.
CREATE TABLE bookClosings (
  year INTEGER NOT NULL PRIMARY KEY,
  closedAt TEXT NOT NULL CHECK (length(closedAt) = 16),
  closedBy INTEGER NOT NULL REFERENCES people (id),
  -- Entries of the journal up to this one are in the closed book.
  lastSeq INTEGER NOT NULL,
  lines INTEGER NOT NULL CHECK (lines >= 1),
  firstSerial INTEGER NOT NULL,
  lastSerial INTEGER NOT NULL CHECK (lastSerial >= firstSerial),
  -- SHA-256 over the canonical lines, in hexadecimal.
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  linesFile TEXT NOT NULL,
  columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;
CREATE TRIGGER bookClosingsStayUpdate BEFORE UPDATE ON bookClosings BEGIN SELECT RAISE(ABORT, 'a closed book stays'); END;
CREATE TRIGGER bookClosingsStayDelete BEFORE DELETE ON bookClosings BEGIN SELECT RAISE(ABORT, 'a closed book stays'); END;

-- What is added to a closed book, since it is never opened again.
CREATE TABLE bookAddenda (
  year INTEGER NOT NULL REFERENCES bookClosings (year),
  number INTEGER NOT NULL CHECK (number >= 1),
  at TEXT NOT NULL CHECK (length(at) = 16),
  personId INTEGER NOT NULL REFERENCES people (id),
  note TEXT NOT NULL,
  -- Lines that differ from the closed book on that day.
  lines INTEGER NOT NULL CHECK (lines >= 0),
  file TEXT NOT NULL,
  PRIMARY KEY (year, number)
) STRICT, WITHOUT ROWID;

-- The printed file of a closed book, made after it was closed.
CREATE TABLE bookPrints (
  year INTEGER NOT NULL REFERENCES bookClosings (year),
  part INTEGER NOT NULL CHECK (part >= 1),
  fromSerial INTEGER NOT NULL,
  toSerial INTEGER NOT NULL,
  volume INTEGER NOT NULL,
  file TEXT NOT NULL,
  PRIMARY KEY (year, part)
) STRICT, WITHOUT ROWID;
`;
