-- When an operator signed in or unlocked last, for who manages them.
ALTER TABLE operators ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
DROP INDEX operators_again;
CREATE INDEX operators_again ON operators (number, name, key_id, role, secret, failures, next_try_at, created_at, disabled_at, seen_at);
