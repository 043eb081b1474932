-- Figures are made anew from the records, a row for all buckets of one thing:
-- the minutes of a waiting time were most rows of a large mall. n is the sum of
-- the buckets; bars tells each, "0:3 12:1", and is empty where bucket 0 has all.
DROP TABLE figures;
DELETE FROM figure_days;
DELETE FROM figure_marks;
CREATE TABLE figures (
    mall_id     TEXT    NOT NULL,
    period      TEXT    NOT NULL,
    measure     TEXT    NOT NULL,
    agency      TEXT    NOT NULL,
    service     TEXT    NOT NULL,
    label       TEXT    NOT NULL,
    n           INTEGER NOT NULL,
    bars        TEXT    NOT NULL,
    PRIMARY KEY (mall_id, period, measure, agency, service, label)
) WITHOUT ROWID;
CREATE INDEX figures_again ON figures (n, bars);
