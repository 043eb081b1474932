-- When the use of a person's data was stopped (UU 27/2022 art. 11): it is
-- found and shown no more. Null: never.
ALTER TABLE visits ADD COLUMN stopped_at BIGINT;

-- What was changed of a visit afterwards. Of a personal field only that it was
-- changed; its former value is gone.
CREATE TABLE corrections (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    desk_id       TEXT COLLATE "C" NOT NULL,
    operator_id   TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    visit_id      TEXT COLLATE "C" NOT NULL REFERENCES visits (id),
    field         TEXT COLLATE "C" NOT NULL CHECK (field IN ('name', 'nik', 'phone', 'purpose', 'priorities', 'void')),
    former        TEXT COLLATE "C" NOT NULL DEFAULT '', -- of fields that name nobody
    reason        TEXT COLLATE "C" NOT NULL,
    at            BIGINT NOT NULL
);
CREATE INDEX corrections_by_visit ON corrections (visit_id, at);

-- What people asked for by their right. It travels: the 3×24 hours go on when
-- a PC is lost, and the district may ask for the proof. Who asked is told by a
-- visit alone.
CREATE TABLE person_requests (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    desk_id       TEXT COLLATE "C" NOT NULL,
    operator_id   TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    visit_id      TEXT COLLATE "C" NOT NULL REFERENCES visits (id),
    kind          TEXT COLLATE "C" NOT NULL CHECK (kind IN ('access', 'correction', 'stop', 'erasure')),
    reason        TEXT COLLATE "C" NOT NULL,
    at            BIGINT NOT NULL,
    due_at        BIGINT NOT NULL,
    done_at       BIGINT NOT NULL DEFAULT 0,
    done_by       TEXT COLLATE "C" NOT NULL DEFAULT ''
);
CREATE INDEX person_requests_by_visit ON person_requests (visit_id, kind);
CREATE INDEX person_requests_open ON person_requests (mall_id, due_at) WHERE done_at = 0;

-- The guest book reads page by page from the last row on: every list has an
-- index in its own order.
CREATE INDEX visits_book ON visits (mall_id, arrived_at, id);
CREATE INDEX visits_kept ON visits (mall_id, arrived_at, id) WHERE identity IS NOT NULL;
CREATE INDEX tickets_book_number ON tickets (mall_id, number, issued_at, id);
CREATE INDEX tickets_book_service ON tickets (mall_id, service, issued_at, id);
CREATE INDEX tickets_book_agency ON tickets (mall_id, agency, issued_at, id);
CREATE INDEX identity_openings_by_visit ON identity_openings (visit_id, at);
