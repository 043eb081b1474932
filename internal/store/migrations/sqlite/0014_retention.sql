-- When identities past their time were emptied, and how many. They do not
-- travel.
CREATE TABLE retention_runs (
    id       INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    until_at INTEGER NOT NULL,  -- of who came before it
    erased   INTEGER NOT NULL
);
CREATE INDEX retention_runs_again ON retention_runs (at, until_at, erased);
