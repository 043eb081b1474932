-- Figures are made anew from the records, a row for all buckets of one thing:
-- the minutes of a waiting time were most rows of a large mall. n is the sum of
-- the buckets; bars tells each, "0:3 12:1", and is empty where bucket 0 has all.
DROP TABLE figures;
DELETE FROM figure_days;
DELETE FROM figure_marks;
CREATE TABLE figures (
    mall_id     TEXT COLLATE "C" NOT NULL,
    period      TEXT COLLATE "C" NOT NULL,
    measure     TEXT COLLATE "C" NOT NULL,
    agency      TEXT COLLATE "C" NOT NULL,
    service     TEXT COLLATE "C" NOT NULL,
    label       TEXT COLLATE "C" NOT NULL,
    n           BIGINT NOT NULL,
    bars        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (mall_id, period, measure, agency, service, label)
);
