-- How often somebody looked people up in the last hour is asked at each
-- look-up.
CREATE INDEX audit_by_time ON audit (at);
