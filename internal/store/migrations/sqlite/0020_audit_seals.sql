-- Where the audit chain ends, sealed with the mall's key in the transaction of
-- each entry: what was cut off is missed at once. One row for each key that
-- signed; "before" stands for the end that had no seal when this table came.
CREATE TABLE audit_seals (
    key_id TEXT    PRIMARY KEY,      -- empty: the mall's key was not at hand
    seq    INTEGER NOT NULL,         -- entries in the chain
    mac    TEXT    NOT NULL,         -- of the last one
    at     INTEGER NOT NULL,
    seal   TEXT    NOT NULL
);
CREATE INDEX audit_seals_again ON audit_seals (seq, mac, at, seal);
INSERT INTO audit_seals (key_id, seq, mac, at, seal)
SELECT 'before', coalesce(max(seq), 0), coalesce((SELECT mac FROM audit ORDER BY seq DESC LIMIT 1), ''), 0, '' FROM audit;

-- What was typed as a reason beside visits that were erased goes with them.
DROP TRIGGER IF EXISTS ticket_events_keys;
DROP TRIGGER IF EXISTS identity_openings_keys;
DROP TRIGGER IF EXISTS corrections_keys;
DROP TRIGGER IF EXISTS person_requests_keys;
UPDATE tickets SET force_reason = '', void_reason = CASE WHEN void_reason IN ('undo', 'change') THEN void_reason ELSE '' END
    WHERE (force_reason <> '' OR void_reason NOT IN ('', 'undo', 'change')) AND visit_id IN (SELECT id FROM visits WHERE erased_at > 0);
UPDATE ticket_events SET reason = '' WHERE reason NOT IN ('', 'undo', 'change', 'replan')
    AND ticket_id IN (SELECT t.id FROM tickets t JOIN visits v ON v.id = t.visit_id WHERE v.erased_at > 0);
UPDATE identity_openings SET why = '' WHERE why <> '' AND visit_id IN (SELECT id FROM visits WHERE erased_at > 0);
UPDATE corrections SET reason = '' WHERE reason <> '' AND visit_id IN (SELECT id FROM visits WHERE erased_at > 0);
UPDATE person_requests SET reason = '' WHERE reason <> '' AND visit_id IN (SELECT id FROM visits WHERE erased_at > 0);
