-- Sheets of the satisfaction survey (SKM). They are anonymous: no hour, desk
-- or operator, and a random id, so that a sheet leads to no visit. For the
-- same reason they do not travel: the feed would give each its microsecond and
-- its place between two visits.
CREATE TABLE survey_answers (
    id            TEXT COLLATE "C" PRIMARY KEY,
    mall_id       TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    agency        TEXT COLLATE "C" NOT NULL,  -- empty: the mall as a whole
    service       TEXT COLLATE "C" NOT NULL,  -- may be empty
    source        TEXT COLLATE "C" NOT NULL CHECK (source IN ('screen', 'paper', 'file')),
    requirements  BIGINT CHECK (requirements BETWEEN 1 AND 4), -- null: unanswered
    procedure     BIGINT CHECK (procedure BETWEEN 1 AND 4),
    time          BIGINT CHECK (time BETWEEN 1 AND 4),
    cost          BIGINT CHECK (cost BETWEEN 1 AND 4),
    product       BIGINT CHECK (product BETWEEN 1 AND 4),
    competence    BIGINT CHECK (competence BETWEEN 1 AND 4),
    behaviour     BIGINT CHECK (behaviour BETWEEN 1 AND 4),
    complaints    BIGINT CHECK (complaints BETWEEN 1 AND 4),
    facilities    BIGINT CHECK (facilities BETWEEN 1 AND 4),
    suggestion    TEXT COLLATE "C" NOT NULL,  -- without digits
    voided        BIGINT NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
);
CREATE INDEX survey_answers_by_day ON survey_answers (mall_id, business_date, agency);
CREATE FUNCTION refuse_survey_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'survey_answers stay as they are' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER survey_answers_stay BEFORE DELETE ON survey_answers
    FOR EACH ROW EXECUTE FUNCTION refuse_survey_change();
CREATE TRIGGER survey_answers_stay_all BEFORE TRUNCATE ON survey_answers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_survey_change();
CREATE TRIGGER survey_answers_keys BEFORE UPDATE OF id, mall_id, business_date, agency, service, source, requirements,
    procedure, time, cost, product, competence, behaviour, complaints, facilities, suggestion ON survey_answers
    FOR EACH ROW EXECUTE FUNCTION refuse_survey_change();
