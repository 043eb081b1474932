-- The feed of the nightly sync (design/sync.md). One row: who we are to the
-- centre and how far it has followed us. Every transaction of the store notes
-- its own wall time and session here first; the triggers take them from here.
CREATE TABLE sync_state (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    incarnation TEXT    NOT NULL DEFAULT '',  -- of this history of the database
    session     TEXT    NOT NULL,             -- of the start that writes
    wall        INTEGER NOT NULL DEFAULT 0,
    last_pos    INTEGER NOT NULL DEFAULT 0,
    last_ver    INTEGER NOT NULL DEFAULT 0,
    acked       INTEGER NOT NULL DEFAULT 0,
    chain       TEXT    NOT NULL DEFAULT '',
    pulled      INTEGER NOT NULL DEFAULT 0,
    pull_mark   TEXT    NOT NULL DEFAULT '',
    directory   INTEGER NOT NULL DEFAULT 0    -- version of the published directory in use
);
-- A session of its own: two copies of one old file enter the same records
-- with different versions.
INSERT INTO sync_state (one, session) VALUES (1, lower(hex(randomblob(8))));

-- One row per record, no payload: where it stands in the feed, its version,
-- and its hash, empty until the transaction that changed it has computed it.
CREATE TABLE sync_changes (
    pos           INTEGER PRIMARY KEY,
    entity        TEXT    NOT NULL,
    row_id        TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    erased        INTEGER NOT NULL,
    ver           INTEGER NOT NULL,
    session       TEXT    NOT NULL,
    row_hash      BLOB,
    UNIQUE (entity, row_id)
);

-- Batches under way, noted before they are sent. A late one may still arrive
-- after its successor was noted, so that they stay until the next receipt.
CREATE TABLE sync_flights (
    batch       TEXT    PRIMARY KEY,
    from_pos    INTEGER NOT NULL,
    to_pos      INTEGER NOT NULL,
    digest      TEXT    NOT NULL,
    row_count   INTEGER NOT NULL,
    departed_at INTEGER NOT NULL
);

CREATE TABLE sync_receipts (
    incarnation TEXT    NOT NULL,
    to_pos      INTEGER NOT NULL,
    chain       TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (incarnation, to_pos)
) WITHOUT ROWID;
CREATE INDEX sync_receipts_by_age ON sync_receipts (at);

-- Own rows that the centre keeps in quarantine.
CREATE TABLE sync_quarantine (
    entity      TEXT    NOT NULL,
    row_id      TEXT    NOT NULL,
    erased      INTEGER NOT NULL,
    ver         INTEGER NOT NULL,
    session     TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    detail      TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (entity, row_id)
) WITHOUT ROWID;

-- Rows from the centre that this file could not take: the record they hang on
-- is not here yet, or another record has their number.
CREATE TABLE sync_aside (
    entity        TEXT    NOT NULL,
    row_id        TEXT    NOT NULL,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    erased        INTEGER NOT NULL,
    ver           INTEGER NOT NULL,
    session       TEXT    NOT NULL,
    row_hash      BLOB    NOT NULL,
    body          BLOB    NOT NULL,
    reason        TEXT    NOT NULL,
    detail        TEXT    NOT NULL,
    at            INTEGER NOT NULL,
    PRIMARY KEY (entity, row_id)
) WITHOUT ROWID;

CREATE TABLE sync_runs (
    id          INTEGER PRIMARY KEY,
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER NOT NULL,
    sent        INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    waiting     INTEGER NOT NULL,
    forked      INTEGER NOT NULL,
    failure     TEXT    NOT NULL             -- key of the sentence, empty after a success
);

-- The directory as it was before the centre's last one took its place.
CREATE TABLE directory_former (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    body        TEXT    NOT NULL,
    replaced_at INTEGER NOT NULL
);

-- When a visit's identity was emptied for good.
ALTER TABLE visits ADD COLUMN erased_at INTEGER NOT NULL DEFAULT 0;

-- The triggers of sync_triggers.sql take the place of these.
DROP TRIGGER visits_stay;
DROP TRIGGER visits_keys;
DROP TRIGGER tickets_stay;
DROP TRIGGER tickets_keys;
DROP TRIGGER ticket_events_stay;
DROP TRIGGER ticket_events_keys;
