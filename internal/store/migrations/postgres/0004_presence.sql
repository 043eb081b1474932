-- Who is here today, beyond the schedule. Marks are only added: the newest of
-- an agency (counter '') or of a counter holds.
CREATE TABLE presences (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    desk_id       TEXT COLLATE "C" NOT NULL,
    operator_id   TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    agency        TEXT COLLATE "C" NOT NULL,
    counter       TEXT COLLATE "C" NOT NULL DEFAULT '',
    state         TEXT COLLATE "C" NOT NULL CHECK (state IN ('present', 'late', 'absent', 'outage', 'break',
                                                    'staffed', 'unstaffed', 'unmarked')),
    reason        TEXT COLLATE "C" NOT NULL DEFAULT '',
    until         BIGINT NOT NULL DEFAULT 0,  -- 0: for the rest of the day
    at            BIGINT NOT NULL,
    recorded_at   BIGINT NOT NULL
);
CREATE INDEX presences_by_day ON presences (mall_id, business_date, agency, counter);
