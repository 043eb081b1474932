-- A search that found nothing may have been a name. Its words stand in
-- search_misses as the directory knows them, or else as marks, "#" with the
-- beginning of a MAC; this table tells what a mark stands for: sealed, and in
-- the clear once it was typed on several days and is nobody's name. It does
-- not travel.
CREATE TABLE missed_words (
    mall_id   TEXT    NOT NULL,
    mark      TEXT    NOT NULL,
    word      BLOB,                         -- sealed
    key_id    TEXT    NOT NULL DEFAULT '',  -- of the word
    days      INTEGER NOT NULL,             -- business dates on which it was typed
    last_date TEXT    NOT NULL,
    known     TEXT    NOT NULL DEFAULT '',  -- in the clear
    PRIMARY KEY (mall_id, mark)
) WITHOUT ROWID;
CREATE INDEX missed_words_again ON missed_words (mall_id, word, key_id, days, last_date, known);

-- Words that were kept before cannot be told from names: they go, the counts
-- stay. The centre gets the emptied records with the next sync.
DROP TRIGGER IF EXISTS search_misses_keys;
UPDATE search_misses SET words = '' WHERE words <> '';
DELETE FROM figures WHERE measure = 'not_found';
DELETE FROM sync_aside WHERE entity = 'search_misses';
