-- When an operator signed in or unlocked last, for who manages them.
ALTER TABLE operators ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0;
