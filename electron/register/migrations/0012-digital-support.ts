/** Digital support: people, criteria, lượt, teams, campaigns. A released migration never changes. */
export const sql = `
-- The register's own key: a person of digital support is known by a hash under it, never by the number itself.
CREATE TABLE digitalKey (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  personKey BLOB NOT NULL CHECK (length(personKey) = 32)
) STRICT;

-- People and what they reached are folds of the journal's events of digital:<id>.
CREATE TABLE digitalPeople (
  id INTEGER PRIMARY KEY,
  personKey TEXT NOT NULL UNIQUE CHECK (length(personKey) = 64),
  source TEXT NOT NULL CHECK (source IN ('idNumber', 'phone', 'name')),
  name TEXT NOT NULL DEFAULT '',
  nameSortKey TEXT NOT NULL DEFAULT '',
  nameFolded TEXT NOT NULL DEFAULT '',
  birthYear INTEGER,
  area TEXT NOT NULL DEFAULT '',
  phone TEXT,
  -- The record of the same number; of several merged ones each has its own.
  citizenId INTEGER REFERENCES citizens (id) ON DELETE SET NULL,
  -- The smallest id of the same human: records of citizens that were merged are one. Figures count these alone.
  livingId INTEGER NOT NULL REFERENCES digitalPeople (id),
  -- Written down by hand, or something of him stands: what a corrected entry left behind is nobody.
  counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
CREATE INDEX digitalPeopleByLiving ON digitalPeople (livingId);
CREATE INDEX digitalPeopleByCitizen ON digitalPeople (citizenId) WHERE citizenId IS NOT NULL;
CREATE INDEX digitalPeopleByName ON digitalPeople (nameSortKey, id) WHERE livingId = id AND counted = 1;

-- The day on which a human reached a criterion; personId is a livingId.
CREATE TABLE digitalMarks (
  personId INTEGER NOT NULL REFERENCES digitalPeople (id),
  criterion TEXT NOT NULL,
  reachedOn TEXT NOT NULL CHECK (length(reachedOn) = 10),
  PRIMARY KEY (personId, criterion)
) STRICT, WITHOUT ROWID;
CREATE INDEX digitalMarksByCriterion ON digitalMarks (criterion, reachedOn, personId);

-- Lượt.
CREATE TABLE digitalHelps (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  personId INTEGER NOT NULL REFERENCES digitalPeople (id),
  livingId INTEGER NOT NULL REFERENCES digitalPeople (id),
  helpedOn TEXT NOT NULL CHECK (length(helpedOn) = 10),
  topic TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('forThem', 'guided', 'alone')),
  minutes INTEGER NOT NULL CHECK (minutes >= 1),
  place TEXT NOT NULL,
  -- '' is no team.
  teamId TEXT NOT NULL DEFAULT '',
  campaignId TEXT,
  caseId INTEGER REFERENCES cases (id),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;
CREATE INDEX digitalHelpsByPerson ON digitalHelps (personId);
CREATE INDEX digitalHelpsByDay ON digitalHelps (helpedOn, id, level, topic, teamId, livingId);
CREATE INDEX digitalHelpsByTeam ON digitalHelps (teamId, livingId, helpedOn);
CREATE INDEX digitalHelpsByLiving ON digitalHelps (livingId, helpedOn);
CREATE INDEX digitalHelpsByCase ON digitalHelps (caseId) WHERE caseId IS NOT NULL;

-- Sums by day of the two tables above, kept by the same fold: 'reached:<measure>' counts people, 'helps:<level>' and 'minutes' lượt.
CREATE TABLE digitalTallies (
  name TEXT NOT NULL,
  area TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  value INTEGER NOT NULL CHECK (value > 0),
  PRIMARY KEY (name, area, day)
) STRICT, WITHOUT ROWID;

-- Plain rows, each as it was saved last.
CREATE TABLE digitalTeams (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36), version INTEGER NOT NULL CHECK (version >= 1),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  name TEXT NOT NULL, area TEXT NOT NULL, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE digitalMembers (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36), version INTEGER NOT NULL CHECK (version >= 1),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  teamId TEXT NOT NULL REFERENCES digitalTeams (id), name TEXT NOT NULL, role TEXT NOT NULL, area TEXT NOT NULL, phone TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE homeVisits (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36), version INTEGER NOT NULL CHECK (version >= 1),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  teamId TEXT REFERENCES digitalTeams (id), household TEXT NOT NULL, address TEXT NOT NULL, area TEXT NOT NULL,
  phone TEXT, visitedOn TEXT NOT NULL CHECK (length(visitedOn) = 10), people INTEGER NOT NULL,
  outOfHours INTEGER NOT NULL CHECK (outOfHours IN (0, 1)), note TEXT NOT NULL, nextOn TEXT CHECK (length(nextOn) = 10)
) STRICT, WITHOUT ROWID;
CREATE INDEX homeVisitsNext ON homeVisits (nextOn) WHERE nextOn IS NOT NULL AND removed = 0;
CREATE TABLE trainingClasses (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36), version INTEGER NOT NULL CHECK (version >= 1),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  title TEXT NOT NULL, heldOn TEXT NOT NULL CHECK (length(heldOn) = 10), place TEXT NOT NULL, area TEXT NOT NULL,
  teamId TEXT REFERENCES digitalTeams (id), teacher TEXT NOT NULL, headcount INTEGER, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE digitalAssets (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36), version INTEGER NOT NULL CHECK (version >= 1),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  kind TEXT NOT NULL, name TEXT NOT NULL, quantity INTEGER NOT NULL, givenOn TEXT NOT NULL CHECK (length(givenOn) = 10),
  teamId TEXT REFERENCES digitalTeams (id), receivedBy TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE digitalFacilities (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36), version INTEGER NOT NULL CHECK (version >= 1),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  kind TEXT NOT NULL, name TEXT NOT NULL, area TEXT NOT NULL, address TEXT NOT NULL,
  since TEXT NOT NULL CHECK (length(since) = 10), until TEXT CHECK (length(until) = 10), note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A campaign made here ('host'), or one that a kit brought here to be logged ('guest').
CREATE TABLE campaigns (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  role TEXT NOT NULL CHECK (role IN ('host', 'guest')),
  firstDay TEXT NOT NULL CHECK (length(firstDay) = 10),
  lastDay TEXT NOT NULL CHECK (length(lastDay) = 10),
  -- This register among the laptops of the campaign.
  laptopId TEXT NOT NULL CHECK (length(laptopId) = 36),
  -- Tells two people of this campaign apart on its laptops; of a guest its kit brought it.
  peopleKey BLOB NOT NULL CHECK (length(peopleKey) = 32),
  -- X25519, of this campaign alone: a host opens with its private key what a guest seals under the public one.
  sealKey BLOB NOT NULL CHECK (length(sealKey) = 32),
  -- Name, teams, what they and the topics were ever called; of a guest all that its kit said.
  content TEXT NOT NULL CHECK (json_valid(content)),
  exports INTEGER NOT NULL DEFAULT 0 CHECK (exports >= 0)
) STRICT, WITHOUT ROWID;

-- One lượt of a campaign; of a host also an event of its person. A removed one stays, so that an older file cannot bring it back.
CREATE TABLE campaignEntries (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  campaignId TEXT NOT NULL REFERENCES campaigns (id),
  content TEXT NOT NULL CHECK (json_valid(content)),
  nameSortKey TEXT NOT NULL,
  -- Of a guest: who it is, sealed for the home of the campaign; this register cannot open it.
  person TEXT,
  -- What is counted; the same as in the content.
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  personKey TEXT NOT NULL CHECK (length(personKey) = 64),
  teamId TEXT NOT NULL CHECK (length(teamId) = 36),
  topic TEXT NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 16),
  -- The rest that is asked by is read from the content: an index of such columns alone would not be enough to count.
  laptopId TEXT NOT NULL AS (content ->> '$.laptopId') CHECK (length(laptopId) = 36),
  revision INTEGER NOT NULL AS (content ->> '$.revision') CHECK (revision >= 1),
  name TEXT NOT NULL AS (content ->> '$.name'),
  birthYear INTEGER AS (content ->> '$.birthYear'),
  area TEXT NOT NULL AS (content ->> '$.area'),
  CHECK ((removed, personKey, teamId, topic, at) = (content ->> '$.removed', content ->> '$.personKey',
    content ->> '$.teamId', content ->> '$.topic', content ->> '$.at'))
) STRICT, WITHOUT ROWID;
-- All that is counted, in the order of a page.
CREATE INDEX campaignEntriesCounted ON campaignEntries (campaignId, at, id, removed, teamId, topic, personKey);

-- Every file that came in, part by part.
CREATE TABLE campaignFiles (
  campaignId TEXT NOT NULL REFERENCES campaigns (id),
  -- A laptop that was copied gives the same number to two files: this one tells them apart.
  exportId TEXT NOT NULL CHECK (length(exportId) = 36),
  laptopId TEXT NOT NULL,
  laptopName TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  part INTEGER NOT NULL CHECK (part >= 1),
  entries INTEGER NOT NULL CHECK (entries >= 0),
  mergedAt TEXT NOT NULL CHECK (length(mergedAt) = 16),
  PRIMARY KEY (campaignId, exportId, part)
) STRICT, WITHOUT ROWID;
`;
