/** Keys that sign the slips. A released migration never changes. */
export const sql = `
-- An office signs with one key at a time; a key that is retired keeps what checks it and loses what signs with it.
CREATE TABLE signingKeys (
  id INTEGER PRIMARY KEY,
  -- Its short name: digits, a part of what each slip carries.
  number TEXT NOT NULL UNIQUE CHECK (length(number) = 4),
  agencyCode TEXT NOT NULL,
  publicKey BLOB NOT NULL UNIQUE CHECK (length(publicKey) = 32),
  privateKey BLOB CHECK (length(privateKey) = 32),
  madeOn TEXT NOT NULL CHECK (length(madeOn) = 10),
  retiredOn TEXT CHECK (length(retiredOn) = 10),
  CHECK ((retiredOn IS NULL) = (privateKey IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX signingKeyInForce ON signingKeys (agencyCode) WHERE retiredOn IS NULL;
`;
