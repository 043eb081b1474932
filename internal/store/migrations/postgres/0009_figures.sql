-- Figures of the reports: counts of a period, without anybody's name. A period
-- is a business date (2026-11-23), its month (2026-11) or its year (2026); a
-- month is the sum of its days. All follow from the records and can be made
-- anew from them.
CREATE TABLE figures (
    mall_id     TEXT COLLATE "C" NOT NULL,
    period      TEXT COLLATE "C" NOT NULL,
    measure     TEXT COLLATE "C" NOT NULL,
    agency      TEXT COLLATE "C" NOT NULL,
    service     TEXT COLLATE "C" NOT NULL,
    label       TEXT COLLATE "C" NOT NULL,
    bucket      BIGINT NOT NULL,
    n           BIGINT NOT NULL,
    PRIMARY KEY (mall_id, period, measure, agency, service, label, bucket)
);

-- Up to which place of the feed the figures of a day follow its records.
CREATE TABLE figure_days (
    mall_id       TEXT COLLATE "C" NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    pos           BIGINT NOT NULL,
    PRIMARY KEY (mall_id, business_date)
);

-- Up to which place they do for all days, and by which rules they were made.
CREATE TABLE figure_marks (
    mall_id     TEXT COLLATE "C" PRIMARY KEY,
    rules       BIGINT NOT NULL,
    pos         BIGINT NOT NULL
);
