/** What an import remembers. A released migration never changes. */
export const sql = `
-- Which column of a table held what, under the words of its heads.
CREATE TABLE importLayouts (
  signature TEXT NOT NULL PRIMARY KEY,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  usedAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was decided for names of procedures that the catalogue does not know; '' keeps the name.
CREATE TABLE importNames (
  name TEXT NOT NULL PRIMARY KEY,
  procedureCode TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
