-- The end of the audit chain as it stood before a sync. These travel: the
-- centre is the anchor that shows when the chain was cut or written anew.
CREATE TABLE audit_heads (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    seq           INTEGER NOT NULL,  -- entries in the chain
    mac           TEXT    NOT NULL,  -- of the last one
    at            INTEGER NOT NULL
);
CREATE INDEX audit_heads_by_seq ON audit_heads (mall_id, seq);
