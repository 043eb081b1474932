-- The end of the audit chain as it stood before a sync. These travel: the
-- centre is the anchor that shows when the chain was cut or written anew.
CREATE TABLE audit_heads (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    desk_id       TEXT COLLATE "C" NOT NULL,
    operator_id   TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    seq           BIGINT NOT NULL,  -- entries in the chain
    mac           TEXT COLLATE "C" NOT NULL,  -- of the last one
    at            BIGINT NOT NULL
);
CREATE INDEX audit_heads_by_seq ON audit_heads (mall_id, seq);
