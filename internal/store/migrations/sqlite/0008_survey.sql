-- Sheets of the satisfaction survey (SKM). They are anonymous: no hour, desk
-- or operator, and a random id in whose order they lie, so that a sheet leads
-- to no visit. For the same reason they do not travel: the feed would give
-- each its microsecond and its place between two visits.
CREATE TABLE survey_answers (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    agency        TEXT    NOT NULL,          -- empty: the mall as a whole
    service       TEXT    NOT NULL,          -- may be empty
    source        TEXT    NOT NULL CHECK (source IN ('screen', 'paper', 'file')),
    requirements  INTEGER CHECK (requirements BETWEEN 1 AND 4), -- null: unanswered
    procedure     INTEGER CHECK (procedure BETWEEN 1 AND 4),
    time          INTEGER CHECK (time BETWEEN 1 AND 4),
    cost          INTEGER CHECK (cost BETWEEN 1 AND 4),
    product       INTEGER CHECK (product BETWEEN 1 AND 4),
    competence    INTEGER CHECK (competence BETWEEN 1 AND 4),
    behaviour     INTEGER CHECK (behaviour BETWEEN 1 AND 4),
    complaints    INTEGER CHECK (complaints BETWEEN 1 AND 4),
    facilities    INTEGER CHECK (facilities BETWEEN 1 AND 4),
    suggestion    TEXT    NOT NULL,          -- without digits
    voided        INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) WITHOUT ROWID;
CREATE INDEX survey_answers_again ON survey_answers (mall_id, business_date, agency, voided, service, source, requirements,
    procedure, time, cost, product, competence, behaviour, complaints, facilities, suggestion);
CREATE TRIGGER survey_answers_stay BEFORE DELETE ON survey_answers
    BEGIN SELECT RAISE(ABORT, 'survey_answers are never deleted'); END;
CREATE TRIGGER survey_answers_keys BEFORE UPDATE OF id, mall_id, business_date, agency, service, source, requirements,
    procedure, time, cost, product, competence, behaviour, complaints, facilities, suggestion ON survey_answers
    BEGIN SELECT RAISE(ABORT, 'survey_answers never change'); END;
