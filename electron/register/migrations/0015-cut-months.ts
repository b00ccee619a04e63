/** Months that a period cuts in two, read from one index. A released migration never changes. */
export const sql = `
DROP INDEX casesByAcceptance;
-- Three such months of a million cases were 23.000 rows fetched one by one.
CREATE INDEX casesByAcceptance ON cases (acceptedAt, endedAt, lateOn, channel, status, timeliness, digitised, digitalResult,
  fullOnline, procedureCode, field, holderId, point, limitKind, dueAt, measuredDueAt) WHERE acceptedAt IS NOT NULL;
`;
