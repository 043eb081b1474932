-- Row-level security of a centre on PostgreSQL: a login sees and changes the
-- rows of its own desk only. The owner of the tables, who runs "centre init",
-- is not bound by it. Statements are parted by blank lines.
CREATE OR REPLACE FUNCTION centre_my_mall() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
AS $$ SELECT mall_id FROM centre_logins WHERE role = session_user $$;

CREATE OR REPLACE FUNCTION centre_my_desk() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
AS $$ SELECT nullif(desk_id, '') FROM centre_logins WHERE role = session_user $$;

-- The first desk that comes with a login becomes its desk; an id that is
-- registered already cannot be taken over.
CREATE OR REPLACE FUNCTION centre_claim(mall text, desk text, desk_number bigint, desk_name text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF desk = '' OR EXISTS (SELECT FROM centre_desks d WHERE d.mall_id = mall AND d.id = desk) THEN
        RETURN false;
    END IF;
    UPDATE centre_logins l SET desk_id = desk WHERE l.role = session_user AND l.mall_id = mall AND l.desk_id = '';
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO centre_desks (mall_id, id, number, name, enrolled_at)
    VALUES (mall, desk, desk_number, desk_name, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
    RETURN true;
END $$;

-- They look into the centre's own schema only: tables that a login makes for
-- itself would come first otherwise.
DO $$ DECLARE f text; BEGIN
    FOREACH f IN ARRAY ARRAY['centre_my_mall()', 'centre_my_desk()', 'centre_claim(text, text, bigint, text)'] LOOP
        EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', f, current_schema());
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION centre_my_mall(), centre_my_desk(), centre_claim(text, text, bigint, text) FROM PUBLIC;

ALTER TABLE centre_logins ENABLE ROW LEVEL SECURITY;

ALTER TABLE centre_desks ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS own_rows ON centre_desks;

CREATE POLICY own_rows ON centre_desks
    USING (mall_id = (SELECT centre_my_mall()) AND id = (SELECT centre_my_desk()));

ALTER TABLE centre_streams ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS own_rows ON centre_streams;

CREATE POLICY own_rows ON centre_streams
    USING (mall_id = (SELECT centre_my_mall()) AND desk_id = (SELECT centre_my_desk()));

-- The empty text keeps the planner from reading all records of the desk by the
-- policy's columns where the statement itself names the keys.
ALTER TABLE centre_records ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS own_rows ON centre_records;

CREATE POLICY own_rows ON centre_records
    USING (mall_id = (SELECT centre_my_mall()) AND desk_id || '' = (SELECT centre_my_desk()));

ALTER TABLE centre_history ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS own_rows ON centre_history;

CREATE POLICY own_rows ON centre_history
    USING (mall_id = (SELECT centre_my_mall()) AND desk_id = (SELECT centre_my_desk()));

ALTER TABLE centre_quarantine ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS own_rows ON centre_quarantine;

CREATE POLICY own_rows ON centre_quarantine
    USING (mall_id = (SELECT centre_my_mall()) AND desk_id = (SELECT centre_my_desk()));

ALTER TABLE centre_directories ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS own_mall ON centre_directories;

CREATE POLICY own_mall ON centre_directories FOR SELECT USING (mall_id = (SELECT centre_my_mall()));
