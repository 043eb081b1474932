-- A record has a hash in the feed; the values below have none. An index holds
-- each of them a second time, and integrity_check, which runs with every
-- backup, finds it when the two copies differ: no query needs these indexes.
CREATE INDEX folder_again ON folder (desk_id, mall_id, sample, created_at);
CREATE INDEX keys_again ON keys (place, used_from);
CREATE INDEX directory_heads_again ON directory_heads (body, imported_at);
CREATE INDEX directory_items_again ON directory_items (code, parent, position, body, archived_at);
CREATE INDEX directory_former_again ON directory_former (body, replaced_at);
CREATE INDEX ticket_sequences_again ON ticket_sequences (last);
CREATE INDEX sync_state_again ON sync_state (acked, chain, pulled, pull_mark, directory, incarnation);
CREATE INDEX sync_flights_again ON sync_flights (from_pos, to_pos, digest, row_count, departed_at);
CREATE INDEX sync_receipts_again ON sync_receipts (chain);
CREATE INDEX sync_quarantine_again ON sync_quarantine (erased, ver, session, reason, detail, at);
CREATE INDEX sync_aside_again ON sync_aside (mall_id, desk_id, business_date, erased, ver, session, row_hash, body, reason, detail, at);
CREATE INDEX sync_runs_again ON sync_runs (started_at, ended_at, sent, quarantined, waiting, forked, failure);
