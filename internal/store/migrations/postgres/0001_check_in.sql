-- The tables of the mall's database: the same as on a desk's own file. Text
-- sorts by its bytes (COLLATE "C"), as there, and a flag is 0 or 1.

-- The desk that all PCs on this database are together.
CREATE TABLE folder (
    one         BIGINT PRIMARY KEY CHECK (one = 1),
    desk_id     TEXT COLLATE "C" NOT NULL,
    mall_id     TEXT COLLATE "C" NOT NULL,
    sample      BIGINT NOT NULL,          -- the directory is the embedded sample
    created_at  BIGINT NOT NULL
);

-- The keys that sealed identities here; the one used last seals. Only
-- their names: the keys themselves are in the keyring or in files.
CREATE TABLE keys (
    id          TEXT COLLATE "C" PRIMARY KEY,
    place       TEXT COLLATE "C" NOT NULL CHECK (place IN ('keyring', 'file')),
    used_from   BIGINT NOT NULL
);

CREATE TABLE desks (
    id          TEXT COLLATE "C" PRIMARY KEY,
    mall_id     TEXT COLLATE "C" NOT NULL,
    number      BIGINT NOT NULL CHECK (number BETWEEN 1 AND 9),
    name        TEXT COLLATE "C" NOT NULL
);

-- The directory: its head (mall, floors, calendar) and one row per entry. An
-- entry that a newer file lacks is archived, since records point to it.
CREATE TABLE directory_heads (
    mall_id     TEXT COLLATE "C" PRIMARY KEY,
    body        TEXT COLLATE "C" NOT NULL,
    imported_at BIGINT NOT NULL
);

CREATE TABLE directory_items (
    mall_id     TEXT COLLATE "C" NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL CHECK (kind IN ('agency', 'counter', 'service', 'life_event')),
    code        TEXT COLLATE "C" NOT NULL,
    parent      TEXT COLLATE "C" NOT NULL,          -- agency code of a counter or service
    position    BIGINT NOT NULL,
    body        TEXT COLLATE "C" NOT NULL,
    archived_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (mall_id, kind, code)
);

CREATE TABLE visits (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    desk_id       TEXT COLLATE "C" NOT NULL,
    operator_id   TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    kind          TEXT COLLATE "C" NOT NULL,
    arrived_at    BIGINT NOT NULL,
    recorded_at   BIGINT NOT NULL,
    party         BIGINT NOT NULL CHECK (party BETWEEN 1 AND 99),
    priorities    TEXT COLLATE "C" NOT NULL DEFAULT '', -- comma separated
    turned_away   TEXT COLLATE "C" NOT NULL DEFAULT '',
    service       TEXT COLLATE "C" NOT NULL DEFAULT '', -- codes of services without a number, comma separated
    identity      BYTEA,
    key_id        TEXT COLLATE "C" NOT NULL DEFAULT '',
    nik_index     TEXT COLLATE "C" NOT NULL DEFAULT '',
    phone_index   TEXT COLLATE "C" NOT NULL DEFAULT '',
    person_index  TEXT COLLATE "C" NOT NULL DEFAULT '', -- tells who shares a phone apart
    masked_name   TEXT COLLATE "C" NOT NULL DEFAULT '',
    masked_nik    TEXT COLLATE "C" NOT NULL DEFAULT '',
    masked_phone  TEXT COLLATE "C" NOT NULL DEFAULT '',
    practice      BIGINT NOT NULL DEFAULT 0,
    voided_at     BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX visits_by_day ON visits (mall_id, business_date, arrived_at);
CREATE INDEX visits_by_nik ON visits (nik_index, arrived_at) WHERE nik_index <> '';
CREATE INDEX visits_by_phone ON visits (phone_index, arrived_at) WHERE phone_index <> '';

CREATE TABLE tickets (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    desk_id       TEXT COLLATE "C" NOT NULL,
    operator_id   TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    visit_id      TEXT COLLATE "C" NOT NULL REFERENCES visits (id),
    agency        TEXT COLLATE "C" NOT NULL,
    service       TEXT COLLATE "C" NOT NULL,
    counter       TEXT COLLATE "C" NOT NULL DEFAULT '',
    prefix        TEXT COLLATE "C" NOT NULL,
    sequence      BIGINT NOT NULL CHECK (sequence > 0),
    number        TEXT COLLATE "C" NOT NULL,
    state         TEXT COLLATE "C" NOT NULL,
    papers        TEXT COLLATE "C" NOT NULL,
    missing       TEXT COLLATE "C" NOT NULL DEFAULT '', -- JSON list
    force_reason  TEXT COLLATE "C" NOT NULL DEFAULT '',
    void_reason   TEXT COLLATE "C" NOT NULL DEFAULT '',
    issued_at     BIGINT NOT NULL,
    recorded_at   BIGINT NOT NULL
);
CREATE UNIQUE INDEX tickets_number ON tickets (mall_id, business_date, prefix, sequence);
CREATE INDEX tickets_by_agency ON tickets (mall_id, business_date, agency, state, counter);
CREATE INDEX tickets_by_visit ON tickets (visit_id);

CREATE TABLE ticket_events (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    desk_id       TEXT COLLATE "C" NOT NULL,
    operator_id   TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    ticket_id     TEXT COLLATE "C" NOT NULL REFERENCES tickets (id),
    kind          TEXT COLLATE "C" NOT NULL,
    state         TEXT COLLATE "C" NOT NULL,
    at            BIGINT NOT NULL,
    recorded_at   BIGINT NOT NULL,
    counter       TEXT COLLATE "C" NOT NULL DEFAULT '',
    reason        TEXT COLLATE "C" NOT NULL DEFAULT ''
);
CREATE INDEX ticket_events_by_ticket ON ticket_events (ticket_id, at);

-- The last number taken, per agency prefix, local day and desk block.
CREATE TABLE ticket_sequences (
    mall_id       TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    prefix        TEXT COLLATE "C" NOT NULL,
    desk          BIGINT NOT NULL,
    last          BIGINT NOT NULL,
    PRIMARY KEY (mall_id, business_date, prefix, desk)
);

CREATE TABLE search_misses (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    desk_id       TEXT COLLATE "C" NOT NULL,
    operator_id   TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    words         TEXT COLLATE "C" NOT NULL,
    at            BIGINT NOT NULL
);

CREATE TABLE identity_openings (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    desk_id       TEXT COLLATE "C" NOT NULL,
    operator_id   TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    visit_id      TEXT COLLATE "C" NOT NULL REFERENCES visits (id),
    why           TEXT COLLATE "C" NOT NULL,
    at            BIGINT NOT NULL
);
