-- A search that found nothing may have been a name. Its words stand in
-- search_misses as the directory knows them, or else as marks, "#" with the
-- beginning of a MAC; this table tells what a mark stands for: sealed, and in
-- the clear once it was typed on several days and is nobody's name. It does
-- not travel.
CREATE TABLE missed_words (
    mall_id   TEXT COLLATE "C" NOT NULL,
    mark      TEXT COLLATE "C" NOT NULL,
    word      BYTEA,             -- sealed
    key_id    TEXT COLLATE "C" NOT NULL DEFAULT '',  -- of the word
    days      BIGINT NOT NULL, -- business dates on which it was typed
    last_date TEXT COLLATE "C" NOT NULL,
    known     TEXT COLLATE "C" NOT NULL DEFAULT '',  -- in the clear
    PRIMARY KEY (mall_id, mark)
);

-- Words that were kept before cannot be told from names: they go, the counts
-- stay. The centre gets the emptied records with the next sync.
DROP TRIGGER IF EXISTS search_misses_keys ON search_misses;
UPDATE search_misses SET words = '' WHERE words <> '';
DELETE FROM figures WHERE measure = 'not_found';
DELETE FROM sync_aside WHERE entity = 'search_misses';
