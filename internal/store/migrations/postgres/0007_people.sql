-- What somebody did that must be provable. Each entry carries a MAC over
-- itself and the one before it; entries are only added.
CREATE TABLE audit (
    seq      BIGINT PRIMARY KEY,  -- 1, 2, 3 … without a gap
    at       BIGINT NOT NULL,
    operator TEXT COLLATE "C" NOT NULL,
    desk     TEXT COLLATE "C" NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL,
    entity   TEXT COLLATE "C" NOT NULL,
    row_id   TEXT COLLATE "C" NOT NULL,
    why      TEXT COLLATE "C" NOT NULL,     -- without digits
    key_id   TEXT COLLATE "C" NOT NULL,     -- empty: the mall's key was not at hand
    mac      TEXT COLLATE "C" NOT NULL
);
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit chain never changes' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER audit_stay BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_stay_all BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Who works with the program. They stay in the mall: they do not travel.
CREATE TABLE operators (
    code        TEXT COLLATE "C" PRIMARY KEY,
    number      BIGINT NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 99), -- pressed at a shift change
    name        BYTEA,                       -- sealed
    key_id      TEXT COLLATE "C" NOT NULL,   -- of the name
    role        TEXT COLLATE "C" NOT NULL CHECK (role IN ('receptionist', 'guide', 'counter', 'supervisor', 'administrator')),
    secret      TEXT COLLATE "C" NOT NULL,   -- Argon2id with its parameters
    failures    BIGINT NOT NULL DEFAULT 0,   -- wrong attempts since the last right one
    next_try_at BIGINT NOT NULL DEFAULT 0,
    created_at  BIGINT NOT NULL,
    disabled_at BIGINT NOT NULL DEFAULT 0
);
