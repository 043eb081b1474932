-- The running queue. Columns added to a synced table are nullable and have no
-- default: a null is left out of the body of which a record's hash is taken,
-- so that all hashes stay, here and at the centre.
ALTER TABLE tickets ADD COLUMN priority     BIGINT ; -- 0 or 1; null on older tickets: ask the visit
ALTER TABLE tickets ADD COLUMN at_counter   TEXT COLLATE "C";    -- called or served there, or kept for it while waiting
ALTER TABLE tickets ADD COLUMN parked_until BIGINT ;
ALTER TABLE tickets ADD COLUMN calls        BIGINT ;
ALTER TABLE tickets ADD COLUMN no_shows     BIGINT ;
ALTER TABLE tickets ADD COLUMN since        BIGINT ; -- in its state
ALTER TABLE tickets ADD COLUMN last_event   TEXT COLLATE "C";    -- every change compares and sets it

ALTER TABLE ticket_events ADD COLUMN action            TEXT COLLATE "C";    -- shared by the events of one key press
ALTER TABLE ticket_events ADD COLUMN undoes            TEXT COLLATE "C";    -- id of the event taken back
ALTER TABLE ticket_events ADD COLUMN call_number       BIGINT ; -- of the day; only on calls
ALTER TABLE ticket_events ADD COLUMN agency            TEXT COLLATE "C";    -- after a transfer
ALTER TABLE ticket_events ADD COLUMN service           TEXT COLLATE "C";
ALTER TABLE ticket_events ADD COLUMN parked_until      BIGINT ;
ALTER TABLE ticket_events ADD COLUMN from_state        TEXT COLLATE "C";
ALTER TABLE ticket_events ADD COLUMN from_counter      TEXT COLLATE "C";
ALTER TABLE ticket_events ADD COLUMN from_parked_until BIGINT ;
ALTER TABLE ticket_events ADD COLUMN from_since        BIGINT ;
ALTER TABLE ticket_events ADD COLUMN from_agency       TEXT COLLATE "C";
ALTER TABLE ticket_events ADD COLUMN from_service      TEXT COLLATE "C";

-- A counter has one visitor at a time.
CREATE UNIQUE INDEX tickets_busy ON tickets (mall_id, business_date, at_counter)
    WHERE state = 'called' OR state = 'serving';
-- Who is called next, and the lists by arrival.
CREATE INDEX tickets_line ON tickets (mall_id, business_date, state, at_counter, service, priority, issued_at, id)
    WHERE state = 'waiting' OR state = 'parked';
CREATE INDEX tickets_active ON tickets (mall_id, business_date, issued_at, id)
    WHERE state IN ('printing', 'waiting', 'called', 'serving', 'no_show', 'parked');
CREATE INDEX tickets_done ON tickets (mall_id, business_date, since, id) WHERE state = 'done';
CREATE INDEX ticket_events_calls ON ticket_events (mall_id, business_date, call_number, counter)
    WHERE call_number IS NOT NULL;
CREATE INDEX ticket_events_by_action ON ticket_events (action) WHERE action IS NOT NULL;

-- Counts the transactions of this database, so that others see at once that
-- something changed.
ALTER TABLE sync_state ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
