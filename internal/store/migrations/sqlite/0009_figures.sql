-- Figures of the reports: counts of a period, without anybody's name. A period
-- is a business date (2026-11-23), its month (2026-11) or its year (2026); a
-- month is the sum of its days. All follow from the records and can be made
-- anew from them.
CREATE TABLE figures (
    mall_id     TEXT    NOT NULL,
    period      TEXT    NOT NULL,
    measure     TEXT    NOT NULL,
    agency      TEXT    NOT NULL,
    service     TEXT    NOT NULL,
    label       TEXT    NOT NULL,
    bucket      INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    PRIMARY KEY (mall_id, period, measure, agency, service, label, bucket)
) WITHOUT ROWID;

-- Up to which place of the feed the figures of a day follow its records.
CREATE TABLE figure_days (
    mall_id       TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    pos           INTEGER NOT NULL,
    PRIMARY KEY (mall_id, business_date)
) WITHOUT ROWID;

-- Up to which place they do for all days, and by which rules they were made.
CREATE TABLE figure_marks (
    mall_id     TEXT    PRIMARY KEY,
    rules       INTEGER NOT NULL,
    pos         INTEGER NOT NULL
);

CREATE INDEX figures_again ON figures (n);
CREATE INDEX figure_days_again ON figure_days (pos);
CREATE INDEX figure_marks_again ON figure_marks (rules, pos);
