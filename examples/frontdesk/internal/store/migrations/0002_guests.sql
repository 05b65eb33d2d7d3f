-- How often the stays or the membership of a guest have changed: who has reckoned with them outside a write sees in it
-- whether that still holds.
CREATE TABLE guests (
  guest    TEXT PRIMARY KEY,
  revision BIGINT NOT NULL
);

INSERT INTO guests (guest, revision) SELECT guest, COUNT(*) FROM stays GROUP BY guest;
