-- Plain SQL that SQLite and PostgreSQL both read. One statement ends with a semicolon at the end of a line.

-- Values that the packages give, as JSON: programme, rules, plan, thresholds, fitted models, the business date.
CREATE TABLE saved (
  name     TEXT PRIMARY KEY,
  revision BIGINT NOT NULL,
  json     TEXT NOT NULL
);

-- One row a stay and room: the highest version that was delivered.
CREATE TABLE stays (
  property  TEXT NOT NULL,
  id        TEXT NOT NULL,
  version   BIGINT NOT NULL,
  guest     TEXT NOT NULL,
  status    TEXT NOT NULL,
  arrival   TEXT NOT NULL,
  departure TEXT NOT NULL,
  json      TEXT NOT NULL,
  PRIMARY KEY (property, id)
);

CREATE INDEX stays_guest ON stays (guest);

CREATE INDEX stays_arrival ON stays (arrival);

CREATE TABLE answers (
  id       TEXT PRIMARY KEY,
  guest    TEXT NOT NULL,
  answered TEXT NOT NULL,
  json     TEXT NOT NULL
);

CREATE INDEX answers_guest ON answers (guest);

CREATE TABLE members (
  guest  TEXT PRIMARY KEY,
  name   TEXT NOT NULL,
  folded TEXT NOT NULL,
  json   TEXT NOT NULL
);

CREATE INDEX members_folded ON members (folded);

-- Every grant and withdrawal of consent; nothing is overwritten.
CREATE TABLE consents (
  id      TEXT PRIMARY KEY,
  guest   TEXT NOT NULL,
  purpose TEXT NOT NULL,
  channel TEXT NOT NULL,
  granted BIGINT NOT NULL,
  given   TEXT NOT NULL
);

CREATE INDEX consents_guest ON consents (guest);

-- The points ledger: events in their canonical bytes, each with its link of the hash chain.
CREATE TABLE journal (
  account TEXT NOT NULL,
  seq     BIGINT NOT NULL,
  event   BYTEA NOT NULL,
  link    BYTEA NOT NULL,
  PRIMARY KEY (account, seq)
);

-- The version of each account: who writes must first move it on, so of two writers one is told to decide again.
CREATE TABLE heads (
  account  TEXT PRIMARY KEY,
  version  BIGINT NOT NULL,
  link     BYTEA NOT NULL,
  recorded BIGINT NOT NULL
);

-- What was answered to each request that changed something, so that a retry gets the same answer.
CREATE TABLE requests (
  id       TEXT PRIMARY KEY,
  digest   BYTEA NOT NULL,
  status   BIGINT NOT NULL,
  body     TEXT NOT NULL,
  recorded BIGINT NOT NULL
);

CREATE TABLE classes (
  guest TEXT PRIMARY KEY,
  class TEXT NOT NULL,
  since TEXT NOT NULL
);
