-- The folder: which desk this is.
CREATE TABLE folder (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    desk_id     TEXT    NOT NULL,
    mall_id     TEXT    NOT NULL,
    sample      INTEGER NOT NULL,          -- the directory is the embedded sample
    created_at  INTEGER NOT NULL
);

-- The keys that sealed identities here; the one used last seals. Only
-- their names: the keys themselves are in the keyring or in files.
CREATE TABLE keys (
    id          TEXT    PRIMARY KEY,
    place       TEXT    NOT NULL CHECK (place IN ('keyring', 'file')),
    used_from   INTEGER NOT NULL
);

CREATE TABLE desks (
    id          TEXT    PRIMARY KEY,
    mall_id     TEXT    NOT NULL,
    number      INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9),
    name        TEXT    NOT NULL
);

-- The directory: its head (mall, floors, calendar) and one row per entry. An
-- entry that a newer file lacks is archived, since records point to it.
CREATE TABLE directory_heads (
    mall_id     TEXT    PRIMARY KEY,
    body        TEXT    NOT NULL,
    imported_at INTEGER NOT NULL
);

CREATE TABLE directory_items (
    mall_id     TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('agency', 'counter', 'service', 'life_event')),
    code        TEXT    NOT NULL,
    parent      TEXT    NOT NULL,          -- agency code of a counter or service
    position    INTEGER NOT NULL,
    body        TEXT    NOT NULL,
    archived_at INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (mall_id, kind, code)
);

CREATE TABLE visits (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    arrived_at    INTEGER NOT NULL,
    recorded_at   INTEGER NOT NULL,
    party         INTEGER NOT NULL CHECK (party BETWEEN 1 AND 99),
    priorities    TEXT    NOT NULL DEFAULT '', -- comma separated
    turned_away   TEXT    NOT NULL DEFAULT '',
    service       TEXT    NOT NULL DEFAULT '', -- codes of services without a number, comma separated
    identity      BLOB,
    key_id        TEXT    NOT NULL DEFAULT '',
    nik_index     TEXT    NOT NULL DEFAULT '',
    phone_index   TEXT    NOT NULL DEFAULT '',
    person_index  TEXT    NOT NULL DEFAULT '', -- tells who shares a phone apart
    masked_name   TEXT    NOT NULL DEFAULT '',
    masked_nik    TEXT    NOT NULL DEFAULT '',
    masked_phone  TEXT    NOT NULL DEFAULT '',
    practice      INTEGER NOT NULL DEFAULT 0,
    voided_at     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX visits_by_day ON visits (mall_id, business_date, arrived_at);
CREATE INDEX visits_by_nik ON visits (nik_index, arrived_at) WHERE nik_index <> '';
CREATE INDEX visits_by_phone ON visits (phone_index, arrived_at) WHERE phone_index <> '';

CREATE TABLE tickets (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    visit_id      TEXT    NOT NULL REFERENCES visits (id),
    agency        TEXT    NOT NULL,
    service       TEXT    NOT NULL,
    counter       TEXT    NOT NULL DEFAULT '',
    prefix        TEXT    NOT NULL,
    sequence      INTEGER NOT NULL CHECK (sequence > 0),
    number        TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    papers        TEXT    NOT NULL,
    missing       TEXT    NOT NULL DEFAULT '', -- JSON list
    force_reason  TEXT    NOT NULL DEFAULT '',
    void_reason   TEXT    NOT NULL DEFAULT '',
    issued_at     INTEGER NOT NULL,
    recorded_at   INTEGER NOT NULL
);
CREATE UNIQUE INDEX tickets_number ON tickets (mall_id, business_date, prefix, sequence);
CREATE INDEX tickets_by_agency ON tickets (mall_id, business_date, agency, state, counter);
CREATE INDEX tickets_by_visit ON tickets (visit_id);

CREATE TABLE ticket_events (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    ticket_id     TEXT    NOT NULL REFERENCES tickets (id),
    kind          TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    at            INTEGER NOT NULL,
    recorded_at   INTEGER NOT NULL,
    counter       TEXT    NOT NULL DEFAULT '',
    reason        TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX ticket_events_by_ticket ON ticket_events (ticket_id, at);

-- The last number taken, per agency prefix, local day and desk block.
CREATE TABLE ticket_sequences (
    mall_id       TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    prefix        TEXT    NOT NULL,
    desk          INTEGER NOT NULL,
    last          INTEGER NOT NULL,
    PRIMARY KEY (mall_id, business_date, prefix, desk)
) WITHOUT ROWID;

CREATE TABLE search_misses (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    words         TEXT    NOT NULL,
    at            INTEGER NOT NULL
);

CREATE TABLE identity_openings (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    visit_id      TEXT    NOT NULL REFERENCES visits (id),
    why           TEXT    NOT NULL,
    at            INTEGER NOT NULL
);

-- Records are voided, never deleted, and keep their owner and their day.
CREATE TRIGGER visits_stay BEFORE DELETE ON visits
    BEGIN SELECT RAISE(ABORT, 'visits are never deleted'); END;
CREATE TRIGGER tickets_stay BEFORE DELETE ON tickets
    BEGIN SELECT RAISE(ABORT, 'tickets are never deleted'); END;
CREATE TRIGGER ticket_events_stay BEFORE DELETE ON ticket_events
    BEGIN SELECT RAISE(ABORT, 'ticket events are never deleted'); END;
CREATE TRIGGER visits_keys BEFORE UPDATE OF id, mall_id, desk_id, business_date ON visits
    BEGIN SELECT RAISE(ABORT, 'keys of a visit never change'); END;
CREATE TRIGGER tickets_keys BEFORE UPDATE OF id, mall_id, desk_id, business_date, visit_id, prefix, sequence ON tickets
    BEGIN SELECT RAISE(ABORT, 'keys of a ticket never change'); END;
CREATE TRIGGER ticket_events_keys BEFORE UPDATE ON ticket_events
    BEGIN SELECT RAISE(ABORT, 'ticket events never change'); END;
