-- The PCs of a mall on a server. In the mall's database: all of them. In the
-- file with which a PC goes on alone: itself.
CREATE TABLE pcs (
    id      TEXT    PRIMARY KEY,
    number  INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 2 AND 99), -- its block of ticket numbers while it is alone
    name    TEXT    NOT NULL,
    desk_id TEXT    NOT NULL   -- the mall's desk, in whose name all of them record
);
CREATE INDEX pcs_again ON pcs (number, name, desk_id);

-- How far the mall's database has taken over each history of a PC's own file.
CREATE TABLE pc_streams (
    pc_id       TEXT    NOT NULL,
    incarnation TEXT    NOT NULL,
    acked       INTEGER NOT NULL,
    chain       TEXT    NOT NULL,
    last_batch  TEXT    NOT NULL,
    last_answer TEXT    NOT NULL,          -- receipt of last_batch, JSON
    PRIMARY KEY (pc_id, incarnation)
) WITHOUT ROWID;
CREATE INDEX pc_streams_again ON pc_streams (acked, chain, last_batch, last_answer);

-- The day's tickets of the whole mall as a PC's own file saw them last: quotas
-- count on from there.
CREATE TABLE demand_before (
    mall_id       TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    agency        TEXT    NOT NULL,
    counter       TEXT    NOT NULL,
    issued        INTEGER NOT NULL,
    PRIMARY KEY (mall_id, business_date, agency, counter)
) WITHOUT ROWID;
CREATE INDEX demand_before_again ON demand_before (issued);

-- When the copies in a PC's own file were made, and of what.
CREATE TABLE mirrors (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    at     INTEGER NOT NULL,
    digest TEXT    NOT NULL
);
CREATE INDEX mirrors_again ON mirrors (at, digest);
