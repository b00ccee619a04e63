/** Payments, shifts and every movement of money. A released migration never changes. */
export const sql = `
CREATE TABLE shifts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  personId INTEGER NOT NULL REFERENCES people (id),
  openedAt TEXT NOT NULL CHECK (length(openedAt) = 16),
  -- Change money in the drawer at the start.
  floatVnd INTEGER NOT NULL CHECK (floatVnd >= 0),
  closedAt TEXT CHECK (length(closedAt) = 16),
  -- What was counted and found when it was closed; never afterwards.
  closing TEXT CHECK (json_valid(closing)),
  CHECK ((closedAt IS NULL) = (closing IS NULL))
) STRICT;
CREATE UNIQUE INDEX shiftsOpen ON shifts (personId) WHERE closedAt IS NULL;
CREATE INDEX shiftsByPerson ON shifts (personId, id);
CREATE INDEX shiftsByClosing ON shifts (closedAt, id);
CREATE TRIGGER shiftsStay BEFORE UPDATE ON shifts WHEN OLD.closedAt IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed shift stays'); END;
CREATE TRIGGER shiftsAreKept BEFORE DELETE ON shifts BEGIN SELECT RAISE(ABORT, 'a shift is never deleted'); END;

-- The stored fold of a payment's events.
CREATE TABLE payments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  caseId INTEGER NOT NULL REFERENCES cases (id),
  status TEXT NOT NULL CHECK (status IN ('unpaid', 'qrShown', 'confirmed', 'exempt', 'refunded', 'cancelled')),
  method TEXT NOT NULL,
  amountVnd INTEGER NOT NULL CHECK (amountVnd >= 0),
  refundedVnd INTEGER NOT NULL DEFAULT 0 CHECK (refundedVnd BETWEEN 0 AND amountVnd),
  -- What a transfer says of itself, by which a line of the bank is found.
  purpose TEXT NOT NULL,
  -- Number of the fee note, a series for each year and cashier; kept when the note is cancelled.
  noteNo TEXT,
  demandedAt TEXT NOT NULL CHECK (length(demandedAt) = 16),
  confirmedAt TEXT CHECK (length(confirmedAt) = 16),
  confirmedBy INTEGER REFERENCES people (id),
  -- Of the official receipt; empty: not noted.
  receiptNo TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE UNIQUE INDEX paymentsByNote ON payments (noteNo) WHERE noteNo IS NOT NULL;
CREATE INDEX paymentsByCase ON payments (caseId, id);
CREATE INDEX paymentsOpen ON payments (demandedAt, id) WHERE status IN ('unpaid', 'qrShown');
CREATE INDEX paymentsByConfirmation ON payments (confirmedAt, id) WHERE confirmedAt IS NOT NULL;

-- Money in and out, signed; append-only.
CREATE TABLE moneyMoves (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paymentId INTEGER NOT NULL REFERENCES payments (id),
  -- Null: money that never passed this counter (paid online).
  shiftId INTEGER REFERENCES shifts (id),
  kind TEXT NOT NULL CHECK (kind IN ('confirmed', 'refunded', 'cancelled')),
  method TEXT NOT NULL CHECK (method IN ('cash', 'transfer', 'onlinePayment')),
  amountVnd INTEGER NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 16),
  personId INTEGER NOT NULL REFERENCES people (id)
) STRICT;
CREATE INDEX moneyMovesByShift ON moneyMoves (shiftId, id);
CREATE INDEX moneyMovesByPayment ON moneyMoves (paymentId, id);
CREATE INDEX moneyMovesByTime ON moneyMoves (at, id);
CREATE TRIGGER moneyMovesOfOpenShifts BEFORE INSERT ON moneyMoves
  WHEN (SELECT closedAt FROM shifts WHERE id = NEW.shiftId) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed shift stays'); END;
CREATE TRIGGER moneyMovesStayUpdate BEFORE UPDATE ON moneyMoves BEGIN SELECT RAISE(ABORT, 'money moves are append-only'); END;
CREATE TRIGGER moneyMovesStayDelete BEFORE DELETE ON moneyMoves BEGIN SELECT RAISE(ABORT, 'money moves are append-only'); END;
`;
