-- Who is here today, beyond the schedule. Marks are only added: the newest of
-- an agency (counter '') or of a counter holds.
CREATE TABLE presences (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    agency        TEXT    NOT NULL,
    counter       TEXT    NOT NULL DEFAULT '',
    state         TEXT    NOT NULL CHECK (state IN ('present', 'late', 'absent', 'outage', 'break',
                                                    'staffed', 'unstaffed', 'unmarked')),
    reason        TEXT    NOT NULL DEFAULT '',
    until         INTEGER NOT NULL DEFAULT 0,  -- 0: for the rest of the day
    at            INTEGER NOT NULL,
    recorded_at   INTEGER NOT NULL
);
CREATE INDEX presences_by_day ON presences (mall_id, business_date, agency, counter);
