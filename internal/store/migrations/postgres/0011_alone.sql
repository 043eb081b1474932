-- The PCs of a mall on a server. In the mall's database: all of them. In the
-- file with which a PC goes on alone: itself.
CREATE TABLE pcs (
    id      TEXT COLLATE "C"    PRIMARY KEY,
    number  BIGINT NOT NULL UNIQUE CHECK (number BETWEEN 2 AND 99), -- its block of ticket numbers while it is alone
    name    TEXT COLLATE "C"    NOT NULL,
    desk_id TEXT COLLATE "C"    NOT NULL   -- the mall's desk, in whose name all of them record
);

-- How far the mall's database has taken over each history of a PC's own file.
CREATE TABLE pc_streams (
    pc_id       TEXT COLLATE "C"    NOT NULL,
    incarnation TEXT COLLATE "C"    NOT NULL,
    acked       BIGINT NOT NULL,
    chain       TEXT COLLATE "C"    NOT NULL,
    last_batch  TEXT COLLATE "C"    NOT NULL,
    last_answer TEXT COLLATE "C"    NOT NULL,          -- receipt of last_batch, JSON
    PRIMARY KEY (pc_id, incarnation)
);

-- The day's tickets of the whole mall as a PC's own file saw them last: quotas
-- count on from there.
CREATE TABLE demand_before (
    mall_id       TEXT COLLATE "C"    NOT NULL,
    business_date TEXT COLLATE "C"    NOT NULL,
    agency        TEXT COLLATE "C"    NOT NULL,
    counter       TEXT COLLATE "C"    NOT NULL,
    issued        BIGINT NOT NULL,
    PRIMARY KEY (mall_id, business_date, agency, counter)
);

-- When the copies in a PC's own file were made, and of what.
CREATE TABLE mirrors (
    one    BIGINT PRIMARY KEY CHECK (one = 1),
    at     BIGINT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL
);
