/** The door for the local network. A released migration never changes. */
export const sql = `
-- One row once an administrator has switched the door on. Certificates are DER, private keys PKCS #8; they lie here so that they are
-- backed up, restored and protected with the register.
CREATE TABLE lanDoor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  isOn INTEGER NOT NULL CHECK (isOn IN (0, 1)),
  -- The chosen address in dotted quads, the interface that had it, and the bits of its network.
  address TEXT NOT NULL,
  interfaceName TEXT NOT NULL,
  prefix INTEGER NOT NULL CHECK (prefix BETWEEN 1 AND 32),
  hostName TEXT NOT NULL,
  -- The office's own authority, which may name this host and this network alone, and the certificate it made for the address.
  authority BLOB NOT NULL,
  authorityKey BLOB NOT NULL,
  leaf BLOB NOT NULL,
  leafKey BLOB NOT NULL
) STRICT;

-- What may come in through it. Times are epoch milliseconds; a token is known by its SHA-256 alone.
CREATE TABLE lanDevices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('counter', 'display', 'rating')),
  -- Of a screen for citizens: the window whose citizen it serves.
  desk TEXT,
  -- Of a counter: the roles that may be used at it, a JSON list; NULL: all of them.
  roles TEXT CHECK (json_valid(roles)),
  tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
  pairedAt INTEGER NOT NULL,
  pairedBy INTEGER REFERENCES people (id),
  lastSeenAt INTEGER NOT NULL,
  revokedAt INTEGER,
  revokedBy INTEGER REFERENCES people (id),
  CHECK ((kind = 'display') = (desk IS NOT NULL)),
  CHECK (roles IS NULL OR kind = 'counter')
) STRICT;
`;
