/** Closings of shifts that were opened again: each stays as it was found. A released migration never changes. */
export const sql = `
CREATE TABLE reopenedClosings (
  shiftId INTEGER NOT NULL REFERENCES shifts (id),
  -- Which closing of its shift: the first is 1.
  number INTEGER NOT NULL CHECK (number >= 1),
  closedAt TEXT NOT NULL CHECK (length(closedAt) = 16),
  closing TEXT NOT NULL CHECK (json_valid(closing)),
  -- When it was opened again, by whom, with whom and why.
  reopening TEXT NOT NULL CHECK (json_valid(reopening)),
  PRIMARY KEY (shiftId, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reopenedClosingsStayUpdate BEFORE UPDATE ON reopenedClosings
  BEGIN SELECT RAISE(ABORT, 'a closing of a shift stays'); END;
CREATE TRIGGER reopenedClosingsStayDelete BEFORE DELETE ON reopenedClosings
  BEGIN SELECT RAISE(ABORT, 'a closing of a shift stays'); END;

-- A closed shift changes in one way alone: it is open again, its closing kept, and nobody's next one has begun.
DROP TRIGGER shiftsStay;
CREATE TRIGGER shiftsStay BEFORE UPDATE ON shifts
  WHEN OLD.closedAt IS NOT NULL AND NOT (
    NEW.closedAt IS NULL AND NEW.closing IS NULL AND NEW.id = OLD.id AND NEW.personId = OLD.personId
    AND NEW.openedAt = OLD.openedAt AND NEW.floatVnd = OLD.floatVnd
    AND EXISTS (SELECT 1 FROM reopenedClosings WHERE shiftId = OLD.id AND closedAt = OLD.closedAt)
    AND NOT EXISTS (SELECT 1 FROM shifts WHERE personId = OLD.personId AND id > OLD.id))
  BEGIN SELECT RAISE(ABORT, 'a closed shift stays'); END;
`;
