{{- /* The centre's tables, on SQLite and on PostgreSQL. Keys are (mall, id);
       nothing else is unique, ticket numbers least of all: the centre stores
       first and judges later. A body holds all columns a desk knows, also
       those that this program does not. */ -}}
CREATE TABLE centre_schema (
    version     {{.Int}} NOT NULL PRIMARY KEY
);
INSERT INTO centre_schema (version) VALUES ({{.Version}});

CREATE TABLE centre_desks (
    mall_id     TEXT NOT NULL,
    id          TEXT NOT NULL,
    number      {{.Int}} NOT NULL,
    name        TEXT NOT NULL,
    enrolled_at {{.Int}} NOT NULL,
    seq         {{.Int}} NOT NULL DEFAULT 0,   -- of the last record stored for this desk
    seen_at     {{.Int}} NOT NULL DEFAULT 0,
    waiting     {{.Int}} NOT NULL DEFAULT 0,   -- backlog at the last hello
    PRIMARY KEY (mall_id, id)
);

CREATE TABLE centre_streams (
    mall_id     TEXT NOT NULL,
    desk_id     TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    acked       {{.Int}} NOT NULL,
    chain       TEXT NOT NULL,
    last_batch  TEXT NOT NULL,
    last_answer TEXT NOT NULL,                 -- receipt of last_batch, JSON
    pull_mark   TEXT NOT NULL DEFAULT '',
    begun_at    {{.Int}} NOT NULL,
    PRIMARY KEY (mall_id, desk_id, incarnation)
);

CREATE TABLE centre_records (
    mall_id       TEXT NOT NULL,
    id            TEXT NOT NULL,
    entity        TEXT NOT NULL,
    desk_id       TEXT NOT NULL,
    business_date TEXT NOT NULL,
    erased        BOOLEAN NOT NULL,
    ver           {{.Int}} NOT NULL,
    session       TEXT NOT NULL,
    row_hash      {{.Blob}} NOT NULL,
    body          {{.JSON}} NOT NULL,
    writer        TEXT NOT NULL,               -- incarnation that brought this version last
    seq           {{.Int}} NOT NULL,           -- order among the desk's records, for its pulls
    stored_at     {{.Int}} NOT NULL,
    PRIMARY KEY (mall_id, id),
    CONSTRAINT centre_records_size CHECK ({{.ValidBody}} AND {{.Size "body"}} <= {{.MaxBody}})
);
CREATE INDEX centre_records_by_seq ON centre_records (mall_id, desk_id, seq);
CREATE INDEX centre_records_by_day ON centre_records (mall_id, desk_id, business_date);

-- Versions that lost, or that a newer one replaced. An erasure by the centre
-- keeps the version's number, so that the two are one here.
CREATE TABLE centre_history (
    mall_id       TEXT NOT NULL,
    id            TEXT NOT NULL,
    entity        TEXT NOT NULL,
    desk_id       TEXT NOT NULL,
    business_date TEXT NOT NULL,
    erased        BOOLEAN NOT NULL,
    ver           {{.Int}} NOT NULL,
    session       TEXT NOT NULL,
    row_hash      {{.Blob}} NOT NULL,
    body          {{.Blob}} NOT NULL,
    stored_at     {{.Int}} NOT NULL,
    PRIMARY KEY (mall_id, id, ver, session)
);

-- Versions that could not be placed, whole, until a newer version is stored.
CREATE TABLE centre_quarantine (
    mall_id       TEXT NOT NULL,
    desk_id       TEXT NOT NULL,               -- the desk that brought it
    entity        TEXT NOT NULL,
    id            TEXT NOT NULL,
    erased        BOOLEAN NOT NULL,
    ver           {{.Int}} NOT NULL,
    session       TEXT NOT NULL,
    owner_mall    TEXT NOT NULL,
    owner_desk    TEXT NOT NULL,
    business_date TEXT NOT NULL,
    row_hash      {{.Blob}} NOT NULL,
    body          {{.Blob}} NOT NULL,
    reason        TEXT NOT NULL,
    detail        TEXT NOT NULL,
    stored_at     {{.Int}} NOT NULL,
    released_at   {{.Int}} NOT NULL DEFAULT 0,
    PRIMARY KEY (mall_id, desk_id, id, entity, ver, session)
);

CREATE TABLE centre_directories (
    mall_id      TEXT NOT NULL,
    version      {{.Int}} NOT NULL,
    digest       TEXT NOT NULL,
    body         {{.Blob}} NOT NULL,
    published_at {{.Int}} NOT NULL,
    PRIMARY KEY (mall_id, version)
);
