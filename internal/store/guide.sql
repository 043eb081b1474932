-- What the login of a guide's tablet may see of the mall's database, besides
-- the directory: counts, marks of presence, the change counter and the waits
-- that the desks post. No record of a visitor, no ticket, no operator. It can
-- be repeated.

CREATE TABLE IF NOT EXISTS guide_board (
    one     BIGINT PRIMARY KEY CHECK (one = 1),
    mall_id TEXT COLLATE "C" NOT NULL DEFAULT '',
    at      BIGINT NOT NULL DEFAULT 0,  -- instant that the waits count from
    revision BIGINT NOT NULL DEFAULT 0, -- of the records that they were computed from
    posts   BIGINT NOT NULL DEFAULT 0,  -- so that a tablet sees a post
    body    TEXT COLLATE "C" NOT NULL DEFAULT '' -- JSON: the wait of each service
);

INSERT INTO guide_board (one) VALUES (1) ON CONFLICT (one) DO NOTHING;

CREATE OR REPLACE VIEW guide_revision AS
    SELECT s.revision + b.posts AS revision FROM sync_state s CROSS JOIN guide_board b;

CREATE OR REPLACE VIEW guide_counts WITH (security_barrier) AS
    SELECT mall_id, business_date, agency, counter,
           count(*) FILTER (WHERE state <> 'voided') AS issued,
           count(*) FILTER (WHERE state IN ('waiting', 'parked')) AS waiting
    FROM tickets GROUP BY mall_id, business_date, agency, counter;

CREATE OR REPLACE VIEW guide_presences WITH (security_barrier) AS
    SELECT id, mall_id, '' COLLATE "C" AS desk_id, '' COLLATE "C" AS operator_id, business_date,
           agency, counter, state, reason, until, at, recorded_at
    FROM presences;

-- Whoever prepares the database, these belong to the owner of the records: the
-- desks write the board, and the views read as their owner.
DO $$ DECLARE owner text; BEGIN
    SELECT tableowner INTO owner FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'tickets';
    EXECUTE format('ALTER TABLE guide_board OWNER TO %I', owner);
    EXECUTE format('ALTER VIEW guide_revision OWNER TO %I', owner);
    EXECUTE format('ALTER VIEW guide_counts OWNER TO %I', owner);
    EXECUTE format('ALTER VIEW guide_presences OWNER TO %I', owner);
END $$;

REVOKE ALL ON guide_board, guide_revision, guide_counts, guide_presences FROM PUBLIC
