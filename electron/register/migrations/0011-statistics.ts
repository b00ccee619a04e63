/** What figures ask of a case, and the cases summed by month. A released migration never changes. */
export const sql = `
-- Reception point of the settings; '' is the counter itself.
ALTER TABLE cases ADD COLUMN point TEXT NOT NULL DEFAULT '';
-- Null: nobody said, as of everything before.
ALTER TABLE cases ADD COLUMN digitised INTEGER CHECK (digitised IN (0, 1));
ALTER TABLE cases ADD COLUMN digitalResult INTEGER CHECK (digitalResult IN (0, 1));
ALTER TABLE cases ADD COLUMN fullOnline INTEGER CHECK (fullOnline IN (0, 1));
-- The first day at whose end the case, still open, stands late; null where it never did; 'none' without a date.
ALTER TABLE cases ADD COLUMN lateOn TEXT CHECK (lateOn = 'none' OR length(lateOn) = 10);
UPDATE cases SET lateOn = dates.lateOn FROM (
  SELECT id, CASE
      -- The clock stands still, or stood so until its end.
      WHEN dueAt IS NOT NULL AND measuredDueAt IS NULL THEN NULL
      WHEN measuredDueAt IS NULL OR limitKind = 'none' THEN 'none'
      WHEN limitKind = 'hours' AND substr(measuredDueAt, 12) < '23:59' THEN substr(measuredDueAt, 1, 10)
      ELSE date(substr(measuredDueAt, 1, 10), '+1 day') END AS lateOn
  FROM cases
) AS dates
WHERE dates.id = cases.id AND dates.lateOn IS NOT NULL
  AND (dates.lateOn = 'none' OR endedAt IS NULL OR dates.lateOn < substr(endedAt, 1, 10));

-- Months that a period cuts in two are read case by case.
CREATE INDEX casesByAcceptance ON cases (acceptedAt, endedAt, lateOn) WHERE acceptedAt IS NOT NULL;
-- The same, and what ended in years is read from this alone; of an open case it holds nothing that each act would write anew.
CREATE INDEX casesByEnd ON cases (endedAt, acceptedAt, lateOn, channel, status, timeliness, digitised, digitalResult,
  fullOnline, procedureCode, field, holderId, point, limitKind, dueAt, measuredDueAt) WHERE endedAt IS NOT NULL;
CREATE INDEX casesStoodLate ON cases (lateOn, endedAt, acceptedAt) WHERE lateOn IS NOT NULL;

CREATE TABLE caseTallies (
  -- 'office' sums everybody; 'split' by all that is named.
  grain TEXT NOT NULL CHECK (grain IN ('office', 'split')),
  procedureCode TEXT NOT NULL,
  field TEXT NOT NULL,
  holderId INTEGER NOT NULL,
  point TEXT NOT NULL,
  channel TEXT NOT NULL,
  -- Months 'YYYY-MM'; '' not yet, or never; 'none' without a date.
  receivedIn TEXT NOT NULL CHECK (length(receivedIn) = 7),
  endedIn TEXT NOT NULL,
  lateIn TEXT NOT NULL,
  total INTEGER NOT NULL CHECK (total >= 0),
  early INTEGER NOT NULL CHECK (early >= 0),
  onTime INTEGER NOT NULL CHECK (onTime >= 0),
  late INTEGER NOT NULL CHECK (late >= 0),
  noDeadline INTEGER NOT NULL CHECK (noDeadline >= 0),
  withResult INTEGER NOT NULL CHECK (withResult >= 0),
  withdrawn INTEGER NOT NULL CHECK (withdrawn >= 0),
  stopped INTEGER NOT NULL CHECK (stopped >= 0),
  sameDay INTEGER NOT NULL CHECK (sameDay >= 0),
  digitalResult INTEGER NOT NULL CHECK (digitalResult >= 0),
  digitalResultKnown INTEGER NOT NULL CHECK (digitalResultKnown >= 0),
  digitalResultUnknown INTEGER NOT NULL CHECK (digitalResultUnknown >= 0),
  digitised INTEGER NOT NULL CHECK (digitised >= 0),
  digitisedKnown INTEGER NOT NULL CHECK (digitisedKnown >= 0),
  digitisedUnknown INTEGER NOT NULL CHECK (digitisedUnknown >= 0),
  fullOnline INTEGER NOT NULL CHECK (fullOnline >= 0),
  fullOnlineKnown INTEGER NOT NULL CHECK (fullOnlineKnown >= 0),
  fullOnlineUnknown INTEGER NOT NULL CHECK (fullOnlineUnknown >= 0),
  dated INTEGER NOT NULL CHECK (dated >= 0),
  undated INTEGER NOT NULL CHECK (undated >= 0),
  PRIMARY KEY (grain, procedureCode, field, holderId, point, channel, receivedIn, endedIn, lateIn)
) STRICT, WITHOUT ROWID;

INSERT INTO caseTallies
SELECT 'split', procedureCode, field, holderId, point, channel,
  substr(acceptedAt, 1, 7), coalesce(substr(endedAt, 1, 7), ''), coalesce(substr(lateOn, 1, 7), ''),
  count(*), sum(timeliness IS 'early' AND hasResult), sum(timeliness IS 'onTime' OR (timeliness IS 'early' AND NOT hasResult)),
  sum(timeliness IS 'late'), sum(timeliness IS 'noDeadline'), sum(endedAt IS NOT NULL AND hasResult),
  sum(status = 'withdrawn'), sum(status = 'stopped'),
  sum(hasResult AND substr(endedAt, 1, 10) IS substr(acceptedAt, 1, 10)),
  0, 0, sum(endedAt IS NOT NULL AND hasResult), 0, 0, count(*), 0, 0, count(*),
  sum(NOT isUndated), sum(isUndated)
FROM (SELECT *, status NOT IN ('withdrawn', 'stopped') AS hasResult, CASE
    WHEN endedAt IS NOT NULL THEN timeliness = 'noDeadline'
    WHEN measuredDueAt IS NULL THEN dueAt IS NULL
    ELSE limitKind = 'none' END AS isUndated FROM cases WHERE acceptedAt IS NOT NULL)
GROUP BY procedureCode, field, holderId, point, channel, substr(acceptedAt, 1, 7), substr(endedAt, 1, 7), substr(lateOn, 1, 7);

INSERT INTO caseTallies
SELECT 'office', '', '', 0, '', channel, receivedIn, endedIn, lateIn, sum(total), sum(early), sum(onTime), sum(late),
  sum(noDeadline), sum(withResult), sum(withdrawn), sum(stopped), sum(sameDay), 0, 0, sum(digitalResultUnknown), 0, 0,
  sum(digitisedUnknown), 0, 0, sum(fullOnlineUnknown), sum(dated), sum(undated)
FROM caseTallies WHERE grain = 'split' GROUP BY channel, receivedIn, endedIn, lateIn;
`;
