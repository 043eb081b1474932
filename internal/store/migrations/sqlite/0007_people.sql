-- What somebody did that must be provable. Each entry carries a MAC over
-- itself and the one before it; entries are only added.
CREATE TABLE audit (
    seq      INTEGER PRIMARY KEY,  -- 1, 2, 3 … without a gap
    at       INTEGER NOT NULL,
    operator TEXT    NOT NULL,
    desk     TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    entity   TEXT    NOT NULL,
    row_id   TEXT    NOT NULL,
    why      TEXT    NOT NULL,     -- without digits
    key_id   TEXT    NOT NULL,     -- empty: the mall's key was not at hand
    mac      TEXT    NOT NULL
);
CREATE INDEX audit_again ON audit (at, operator, desk, kind, entity, row_id, why, key_id, mac);
CREATE TRIGGER audit_keys BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit chain never changes'); END;
CREATE TRIGGER audit_stay BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit chain is never cut'); END;

-- Who works with the program. They stay in the mall: they do not travel.
CREATE TABLE operators (
    code        TEXT    PRIMARY KEY,
    number      INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 99), -- pressed at a shift change
    name        BLOB,                         -- sealed
    key_id      TEXT    NOT NULL,             -- of the name
    role        TEXT    NOT NULL CHECK (role IN ('receptionist', 'guide', 'counter', 'supervisor', 'administrator')),
    secret      TEXT    NOT NULL,             -- Argon2id with its parameters
    failures    INTEGER NOT NULL DEFAULT 0,   -- wrong attempts since the last right one
    next_try_at INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    disabled_at INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX operators_again ON operators (number, name, key_id, role, secret, failures, next_try_at, created_at, disabled_at);
