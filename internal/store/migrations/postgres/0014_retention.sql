-- When identities past their time were emptied, and how many. They do not
-- travel.
CREATE TABLE retention_runs (
    id       BIGINT PRIMARY KEY,
    at       BIGINT NOT NULL,
    until_at BIGINT NOT NULL,  -- of who came before it
    erased   BIGINT NOT NULL
);
