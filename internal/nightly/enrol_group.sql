-- What every desk's login may do, by column where the program needs no more.
-- Nobody may delete. Statements are parted by blank lines.
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'frontdesk_desk') THEN
        CREATE ROLE frontdesk_desk NOLOGIN;
    END IF;
END $$;

DO $$ BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO frontdesk_desk', current_schema());
END $$;

GRANT EXECUTE ON FUNCTION centre_my_mall(), centre_my_desk(), centre_claim(text, text, bigint, text) TO frontdesk_desk;

GRANT SELECT ON centre_schema, centre_directories, centre_desks TO frontdesk_desk;

GRANT UPDATE (number, name, seq, seen_at, waiting) ON centre_desks TO frontdesk_desk;

GRANT SELECT, INSERT, UPDATE ON centre_streams TO frontdesk_desk;

GRANT SELECT, INSERT, UPDATE (erased, ver, session, row_hash, body, writer, seq, stored_at, business_date)
    ON centre_records TO frontdesk_desk;

GRANT SELECT, INSERT, UPDATE (body) ON centre_history TO frontdesk_desk;

GRANT SELECT, INSERT, UPDATE (body, released_at) ON centre_quarantine TO frontdesk_desk;
