-- Several errands of one visit: a number that waits only once the one before
-- it is over. Nullable, so that a record's hash stays (0003).
ALTER TABLE tickets ADD COLUMN follows TEXT; -- ticket that must be over first; null once it was

ALTER TABLE ticket_events ADD COLUMN follows      TEXT; -- after the event
ALTER TABLE ticket_events ADD COLUMN from_follows TEXT;

CREATE INDEX tickets_follow ON tickets (mall_id, business_date, follows) WHERE follows IS NOT NULL;
