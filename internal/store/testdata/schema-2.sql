-- A desk's file as the program of schema 2 left it: made-up visitors, one of them erased.
BEGIN TRANSACTION;
CREATE TABLE desks (
    id          TEXT    PRIMARY KEY,
    mall_id     TEXT    NOT NULL,
    number      INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9),
    name        TEXT    NOT NULL
);
INSERT INTO "desks" VALUES('00000000-0000-7000-8000-000000000001','MPP-6402',1,'Meja uji');
CREATE TABLE directory_former (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    body        TEXT    NOT NULL,
    replaced_at INTEGER NOT NULL
);
CREATE TABLE directory_heads (
    mall_id     TEXT    PRIMARY KEY,
    body        TEXT    NOT NULL,
    imported_at INTEGER NOT NULL
);
CREATE TABLE directory_items (
    mall_id     TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('agency', 'counter', 'service', 'life_event')),
    code        TEXT    NOT NULL,
    parent      TEXT    NOT NULL,          -- agency code of a counter or service
    position    INTEGER NOT NULL,
    body        TEXT    NOT NULL,
    archived_at INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (mall_id, kind, code)
);
CREATE TABLE folder (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    desk_id     TEXT    NOT NULL,
    mall_id     TEXT    NOT NULL,
    sample      INTEGER NOT NULL,          -- the directory is the embedded sample
    created_at  INTEGER NOT NULL
);
INSERT INTO "folder" VALUES(1,'00000000-0000-7000-8000-000000000001','MPP-6402',1,1795394460000000);
CREATE TABLE identity_openings (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    visit_id      TEXT    NOT NULL REFERENCES visits (id),
    why           TEXT    NOT NULL,
    at            INTEGER NOT NULL
);
CREATE TABLE keys (
    id          TEXT    PRIMARY KEY,
    place       TEXT    NOT NULL CHECK (place IN ('keyring', 'file')),
    used_from   INTEGER NOT NULL
);
INSERT INTO "keys" VALUES('k','file',1795394460000000);
CREATE TABLE search_misses (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    words         TEXT    NOT NULL,
    at            INTEGER NOT NULL
);
INSERT INTO "search_misses" VALUES('miss','MPP-6402','d','meja','2026-11-23','tidak ada',1795394460000000);
CREATE TABLE sync_aside (
    entity        TEXT    NOT NULL,
    row_id        TEXT    NOT NULL,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    erased        INTEGER NOT NULL,
    ver           INTEGER NOT NULL,
    session       TEXT    NOT NULL,
    row_hash      BLOB    NOT NULL,
    body          BLOB    NOT NULL,
    reason        TEXT    NOT NULL,
    detail        TEXT    NOT NULL,
    at            INTEGER NOT NULL,
    PRIMARY KEY (entity, row_id)
) WITHOUT ROWID;
CREATE TABLE sync_changes (
    pos           INTEGER PRIMARY KEY,
    entity        TEXT    NOT NULL,
    row_id        TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    erased        INTEGER NOT NULL,
    ver           INTEGER NOT NULL,
    session       TEXT    NOT NULL,
    row_hash      BLOB,
    UNIQUE (entity, row_id)
);
INSERT INTO "sync_changes" VALUES(1,'desks','00000000-0000-7000-8000-000000000001','',0,1795394460000000,'920f335dc0579dd4',X'F69CAE4946DDBB7AEC235032BB5B1F4F579516E3400ECFF36484184B91286E53');
INSERT INTO "sync_changes" VALUES(2,'visits','00000000-0000-7000-8000-000000000002','2026-11-23',0,1795394460000001,'920f335dc0579dd4',X'456314D76477CE562B02B4964B35F6AB070F2045109F4760C2D1333F9A060664');
INSERT INTO "sync_changes" VALUES(3,'tickets','00000000-0000-7000-8000-000000000003','2026-11-23',0,1795394460000002,'920f335dc0579dd4',X'CD06EA674EEF0B5292E78555A687E7DBCD54F4DA090CAF1EAC8C8C772E2A60C6');
INSERT INTO "sync_changes" VALUES(4,'ticket_events','00000000-0000-7000-8000-000000000004','2026-11-23',0,1795394460000003,'920f335dc0579dd4',X'B5A8686920BE3F273D934FBDBD4EFC7307468912E017FA4A2FC95232A65C590E');
INSERT INTO "sync_changes" VALUES(6,'ticket_events','00000000-0000-7000-8000-000000000006','2026-11-23',0,1795394460000005,'920f335dc0579dd4',X'355CCC029F36BA3681540B95CFCD54A5720B994C0137287401B3A1EA313184F0');
INSERT INTO "sync_changes" VALUES(7,'visits','00000000-0000-7000-8000-000000000007','2026-11-23',0,1795394460000006,'920f335dc0579dd4',X'49AFB1E204EEC2C4EC73E0EE30CFE02875FE41FC5603A5BFC6B65DA8A2F567DA');
INSERT INTO "sync_changes" VALUES(8,'tickets','00000000-0000-7000-8000-000000000008','2026-11-23',0,1795394460000007,'920f335dc0579dd4',X'12CF4D68055BA8CB4B7F932BBAF2AB522E5E2CE9EA58B075B9B107393EEA1C03');
INSERT INTO "sync_changes" VALUES(9,'ticket_events','00000000-0000-7000-8000-000000000009','2026-11-23',0,1795394460000008,'920f335dc0579dd4',X'EC02521729C31B2DF706BEAB6918EC1AF03665CE07DC933403C687721130FEDB');
INSERT INTO "sync_changes" VALUES(11,'tickets','00000000-0000-7000-8000-000000000011','2026-11-23',0,1795394460000010,'920f335dc0579dd4',X'0BBA47477ED90421AF72D1F61E0A08A2AF3D26D10F295CBA7ACB52B6D2DDBF89');
INSERT INTO "sync_changes" VALUES(12,'ticket_events','00000000-0000-7000-8000-000000000012','2026-11-23',0,1795394460000011,'920f335dc0579dd4',X'8D5CC13DBFEB0951DF05D9CC9BF9459A3CD66A409BE5C64B154A17BB362128D0');
INSERT INTO "sync_changes" VALUES(14,'ticket_events','00000000-0000-7000-8000-000000000013','2026-11-23',0,1795394460000013,'920f335dc0579dd4',X'0E7568E287AA5362B3876984CF987394D973F7E5DE00A7AEE640DB98CEE8F94E');
INSERT INTO "sync_changes" VALUES(15,'tickets','00000000-0000-7000-8000-000000000005','2026-11-23',0,1795394460000014,'920f335dc0579dd4',X'DAA69693EC4C477F1B16C4C7EF02D13B4B61F7A73475001AAFDE09D39885795D');
INSERT INTO "sync_changes" VALUES(16,'ticket_events','00000000-0000-7000-8000-000000000014','2026-11-23',0,1795394460000015,'920f335dc0579dd4',X'753412BA3653FE5BBA8FBA944D96A660D7D0CC6AAE786134976FFCC47201CEC6');
INSERT INTO "sync_changes" VALUES(17,'visits','00000000-0000-7000-8000-000000000010','2026-11-23',1,1795394460000016,'920f335dc0579dd4',X'42D40BB4C11510BA0E56715C6144611FB385362940516BA18BC1E458E3BB094F');
INSERT INTO "sync_changes" VALUES(18,'search_misses','miss','2026-11-23',0,1795394460000017,'920f335dc0579dd4',X'915BC4D7593FEC47E4B761CD682C78438F6005C6DE0EEAF73E8CB20E031117CB');
CREATE TABLE sync_flights (
    batch       TEXT    PRIMARY KEY,
    from_pos    INTEGER NOT NULL,
    to_pos      INTEGER NOT NULL,
    digest      TEXT    NOT NULL,
    row_count   INTEGER NOT NULL,
    departed_at INTEGER NOT NULL
);
CREATE TABLE sync_quarantine (
    entity      TEXT    NOT NULL,
    row_id      TEXT    NOT NULL,
    erased      INTEGER NOT NULL,
    ver         INTEGER NOT NULL,
    session     TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    detail      TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (entity, row_id)
) WITHOUT ROWID;
CREATE TABLE sync_receipts (
    incarnation TEXT    NOT NULL,
    to_pos      INTEGER NOT NULL,
    chain       TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (incarnation, to_pos)
) WITHOUT ROWID;
CREATE TABLE sync_runs (
    id          INTEGER PRIMARY KEY,
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER NOT NULL,
    sent        INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    waiting     INTEGER NOT NULL,
    forked      INTEGER NOT NULL,
    failure     TEXT    NOT NULL             -- key of the sentence, empty after a success
);
CREATE TABLE sync_state (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    incarnation TEXT    NOT NULL DEFAULT '',  -- of this history of the database
    session     TEXT    NOT NULL,             -- of the start that writes
    wall        INTEGER NOT NULL DEFAULT 0,
    last_pos    INTEGER NOT NULL DEFAULT 0,
    last_ver    INTEGER NOT NULL DEFAULT 0,
    acked       INTEGER NOT NULL DEFAULT 0,
    chain       TEXT    NOT NULL DEFAULT '',
    pulled      INTEGER NOT NULL DEFAULT 0,
    pull_mark   TEXT    NOT NULL DEFAULT '',
    directory   INTEGER NOT NULL DEFAULT 0    -- version of the published directory in use
);
INSERT INTO "sync_state" VALUES(1,'','920f335dc0579dd4',1795394460000000,18,1795394460000017,0,'',0,'',0);
CREATE TABLE ticket_events (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    ticket_id     TEXT    NOT NULL REFERENCES tickets (id),
    kind          TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    at            INTEGER NOT NULL,
    recorded_at   INTEGER NOT NULL,
    counter       TEXT    NOT NULL DEFAULT '',
    reason        TEXT    NOT NULL DEFAULT ''
);
INSERT INTO "ticket_events" VALUES('00000000-0000-7000-8000-000000000004','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000003','issued','waiting',1795394460000000,1795394460000000,'DUK-1','');
INSERT INTO "ticket_events" VALUES('00000000-0000-7000-8000-000000000006','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000005','issued','waiting',1795394460000000,1795394460000000,'SAM-1','');
INSERT INTO "ticket_events" VALUES('00000000-0000-7000-8000-000000000009','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000008','issued','waiting',1795394520000000,1795394520000000,'DUK-3','');
INSERT INTO "ticket_events" VALUES('00000000-0000-7000-8000-000000000012','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000011','issued','waiting',1795394580000000,1795394580000000,'POS-1','');
INSERT INTO "ticket_events" VALUES('00000000-0000-7000-8000-000000000013','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000005','voided','voided',1795394580000000,1795394580000000,'SAM-1','salah pilih');
INSERT INTO "ticket_events" VALUES('00000000-0000-7000-8000-000000000014','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000005','restored','waiting',1795394580000000,1795394580000000,'SAM-1','undo');
CREATE TABLE ticket_sequences (
    mall_id       TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    prefix        TEXT    NOT NULL,
    desk          INTEGER NOT NULL,
    last          INTEGER NOT NULL,
    PRIMARY KEY (mall_id, business_date, prefix, desk)
) WITHOUT ROWID;
INSERT INTO "ticket_sequences" VALUES('MPP-6402','2026-11-23','1A',1,2);
INSERT INTO "ticket_sequences" VALUES('MPP-6402','2026-11-23','1E',1,1);
INSERT INTO "ticket_sequences" VALUES('MPP-6402','2026-11-23','1M',1,1);
CREATE TABLE tickets (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    visit_id      TEXT    NOT NULL REFERENCES visits (id),
    agency        TEXT    NOT NULL,
    service       TEXT    NOT NULL,
    counter       TEXT    NOT NULL DEFAULT '',
    prefix        TEXT    NOT NULL,
    sequence      INTEGER NOT NULL CHECK (sequence > 0),
    number        TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    papers        TEXT    NOT NULL,
    missing       TEXT    NOT NULL DEFAULT '', -- JSON list
    force_reason  TEXT    NOT NULL DEFAULT '',
    void_reason   TEXT    NOT NULL DEFAULT '',
    issued_at     INTEGER NOT NULL,
    recorded_at   INTEGER NOT NULL
);
INSERT INTO "tickets" VALUES('00000000-0000-7000-8000-000000000003','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000002','DUK','DUK-02','DUK-1','1A',1,'1A-001','waiting','not_checked','','','',1795394460000000,1795394460000000);
INSERT INTO "tickets" VALUES('00000000-0000-7000-8000-000000000005','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000002','SAM','SAM-01','SAM-1','1E',1,'1E-001','waiting','not_checked','','','',1795394460000000,1795394460000000);
INSERT INTO "tickets" VALUES('00000000-0000-7000-8000-000000000008','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000007','DUK','DUK-02','DUK-3','1A',2,'1A-002','waiting','not_checked','','','',1795394520000000,1795394520000000);
INSERT INTO "tickets" VALUES('00000000-0000-7000-8000-000000000011','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','00000000-0000-7000-8000-000000000010','POS','POS-01','POS-1','1M',1,'1M-001','waiting','not_checked','','','',1795394580000000,1795394580000000);
CREATE TABLE visits (
    id            TEXT    PRIMARY KEY,
    mall_id       TEXT    NOT NULL,
    desk_id       TEXT    NOT NULL,
    operator_id   TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    arrived_at    INTEGER NOT NULL,
    recorded_at   INTEGER NOT NULL,
    party         INTEGER NOT NULL CHECK (party BETWEEN 1 AND 99),
    priorities    TEXT    NOT NULL DEFAULT '', -- comma separated
    turned_away   TEXT    NOT NULL DEFAULT '',
    service       TEXT    NOT NULL DEFAULT '', -- codes of services without a number, comma separated
    identity      BLOB,
    key_id        TEXT    NOT NULL DEFAULT '',
    nik_index     TEXT    NOT NULL DEFAULT '',
    phone_index   TEXT    NOT NULL DEFAULT '',
    person_index  TEXT    NOT NULL DEFAULT '', -- tells who shares a phone apart
    masked_name   TEXT    NOT NULL DEFAULT '',
    masked_nik    TEXT    NOT NULL DEFAULT '',
    masked_phone  TEXT    NOT NULL DEFAULT '',
    practice      INTEGER NOT NULL DEFAULT 0,
    voided_at     INTEGER NOT NULL DEFAULT 0
, erased_at INTEGER NOT NULL DEFAULT 0);
INSERT INTO "visits" VALUES('00000000-0000-7000-8000-000000000002','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','service',1795394460000000,1795394460000000,1,'elderly','','',X'01000000000000000000000000E438BD0BA1AF2DF44316B5B0A05E3916C5FFCAE60D68FA72E268735FFA1D4FC4266F1BBED8CB33D42C29E23D754A32FA1D6F012A312103C386DBB86DADCCE75FEEF5DF0D41423C1C7BB79040A13BF418089D9A4180182C0C','c4cda29506e6a5a3','0b3395a5345ba3c0e411d1fe36984a19e42b8e2de92fce2305defb18aebd5ec2','','507116a527f6aa0e7b377942d7042ce0f9b34f5b972856af14ad26fe11d6e570','W•••• C••••','6402••••••••0002','',0,0,0);
INSERT INTO "visits" VALUES('00000000-0000-7000-8000-000000000007','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','service',1795394520000000,1795394520000000,1,'','','',NULL,'','','','','','','',0,0,0);
INSERT INTO "visits" VALUES('00000000-0000-7000-8000-000000000010','MPP-6402','00000000-0000-7000-8000-000000000001','meja','2026-11-23','service',1795394580000000,1795394580000000,1,'','','',NULL,'','','','','','','',0,0,1795394460000000);
CREATE INDEX visits_by_day ON visits (mall_id, business_date, arrived_at);
CREATE INDEX visits_by_nik ON visits (nik_index, arrived_at) WHERE nik_index <> '';
CREATE INDEX visits_by_phone ON visits (phone_index, arrived_at) WHERE phone_index <> '';
CREATE UNIQUE INDEX tickets_number ON tickets (mall_id, business_date, prefix, sequence);
CREATE INDEX tickets_by_agency ON tickets (mall_id, business_date, agency, state, counter);
CREATE INDEX tickets_by_visit ON tickets (visit_id);
CREATE INDEX ticket_events_by_ticket ON ticket_events (ticket_id, at);
CREATE INDEX sync_receipts_by_age ON sync_receipts (at);
CREATE TRIGGER desks_stay BEFORE DELETE ON desks
    BEGIN SELECT RAISE(ABORT, 'desks are never deleted'); END;
CREATE TRIGGER desks_keys BEFORE UPDATE ON desks
    WHEN NEW.id IS NOT OLD.id
    BEGIN SELECT RAISE(ABORT, 'keys of desks never change'); END;
CREATE TRIGGER desks_sync_insert AFTER insert ON desks WHEN true
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'desks', NEW.id, '', 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER desks_sync_update AFTER update ON desks WHEN true
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'desks', NEW.id, '', 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER visits_stay BEFORE DELETE ON visits
    BEGIN SELECT RAISE(ABORT, 'visits are never deleted'); END;
CREATE TRIGGER visits_keys BEFORE UPDATE ON visits
    WHEN NEW.id IS NOT OLD.id OR NEW.mall_id IS NOT OLD.mall_id OR NEW.desk_id IS NOT OLD.desk_id OR NEW.business_date IS NOT OLD.business_date OR NEW.practice IS NOT OLD.practice
    BEGIN SELECT RAISE(ABORT, 'keys of visits never change'); END;
CREATE TRIGGER visits_erased BEFORE UPDATE ON visits
    WHEN (OLD.erased_at > 0 AND NEW.erased_at = 0) OR NEW.erased_at > 0 AND NOT (
        NEW.identity IS NULL AND NEW.key_id = '' AND NEW.nik_index = '' AND NEW.phone_index = '' AND NEW.person_index = '' AND NEW.masked_name = '' AND NEW.masked_nik = '' AND NEW.masked_phone = '')
    BEGIN SELECT RAISE(ABORT, 'what is erased stays erased'); END;
CREATE TRIGGER visits_sync_insert AFTER insert ON visits WHEN coalesce(NEW.practice, 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'visits', NEW.id, NEW.business_date, NEW.erased_at > 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER visits_sync_update AFTER update ON visits WHEN coalesce(NEW.practice, 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'visits', NEW.id, NEW.business_date, NEW.erased_at > 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER tickets_stay BEFORE DELETE ON tickets
    BEGIN SELECT RAISE(ABORT, 'tickets are never deleted'); END;
CREATE TRIGGER tickets_keys BEFORE UPDATE ON tickets
    WHEN NEW.id IS NOT OLD.id OR NEW.mall_id IS NOT OLD.mall_id OR NEW.desk_id IS NOT OLD.desk_id OR NEW.business_date IS NOT OLD.business_date OR NEW.visit_id IS NOT OLD.visit_id OR NEW.prefix IS NOT OLD.prefix OR NEW.sequence IS NOT OLD.sequence
    BEGIN SELECT RAISE(ABORT, 'keys of tickets never change'); END;
CREATE TRIGGER tickets_sync_insert AFTER insert ON tickets WHEN coalesce((SELECT practice FROM visits WHERE id = NEW.visit_id), 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'tickets', NEW.id, NEW.business_date, 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER tickets_sync_update AFTER update ON tickets WHEN coalesce((SELECT practice FROM visits WHERE id = NEW.visit_id), 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'tickets', NEW.id, NEW.business_date, 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER ticket_events_stay BEFORE DELETE ON ticket_events
    BEGIN SELECT RAISE(ABORT, 'ticket_events are never deleted'); END;
CREATE TRIGGER ticket_events_keys BEFORE UPDATE ON ticket_events
    WHEN NEW.id IS NOT OLD.id OR NEW.mall_id IS NOT OLD.mall_id OR NEW.desk_id IS NOT OLD.desk_id OR NEW.business_date IS NOT OLD.business_date OR NEW.ticket_id IS NOT OLD.ticket_id OR NEW.kind IS NOT OLD.kind OR NEW.state IS NOT OLD.state OR NEW.at IS NOT OLD.at OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.counter IS NOT OLD.counter OR NEW.reason IS NOT OLD.reason
    BEGIN SELECT RAISE(ABORT, 'keys of ticket_events never change'); END;
CREATE TRIGGER ticket_events_sync_insert AFTER insert ON ticket_events WHEN coalesce((SELECT v.practice FROM tickets t JOIN visits v ON v.id = t.visit_id WHERE t.id = NEW.ticket_id), 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'ticket_events', NEW.id, NEW.business_date, 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER ticket_events_sync_update AFTER update ON ticket_events WHEN coalesce((SELECT v.practice FROM tickets t JOIN visits v ON v.id = t.visit_id WHERE t.id = NEW.ticket_id), 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'ticket_events', NEW.id, NEW.business_date, 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER search_misses_stay BEFORE DELETE ON search_misses
    BEGIN SELECT RAISE(ABORT, 'search_misses are never deleted'); END;
CREATE TRIGGER search_misses_keys BEFORE UPDATE ON search_misses
    WHEN NEW.id IS NOT OLD.id OR NEW.mall_id IS NOT OLD.mall_id OR NEW.desk_id IS NOT OLD.desk_id OR NEW.business_date IS NOT OLD.business_date OR NEW.words IS NOT OLD.words OR NEW.at IS NOT OLD.at
    BEGIN SELECT RAISE(ABORT, 'keys of search_misses never change'); END;
CREATE TRIGGER search_misses_sync_insert AFTER insert ON search_misses WHEN coalesce((NEW.mall_id LIKE '%#latihan'), 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'search_misses', NEW.id, NEW.business_date, 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER search_misses_sync_update AFTER update ON search_misses WHEN coalesce((NEW.mall_id LIKE '%#latihan'), 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'search_misses', NEW.id, NEW.business_date, 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER identity_openings_stay BEFORE DELETE ON identity_openings
    BEGIN SELECT RAISE(ABORT, 'identity_openings are never deleted'); END;
CREATE TRIGGER identity_openings_keys BEFORE UPDATE ON identity_openings
    WHEN NEW.id IS NOT OLD.id OR NEW.mall_id IS NOT OLD.mall_id OR NEW.desk_id IS NOT OLD.desk_id OR NEW.business_date IS NOT OLD.business_date OR NEW.visit_id IS NOT OLD.visit_id OR NEW.why IS NOT OLD.why OR NEW.at IS NOT OLD.at
    BEGIN SELECT RAISE(ABORT, 'keys of identity_openings never change'); END;
CREATE TRIGGER identity_openings_sync_insert AFTER insert ON identity_openings WHEN coalesce((SELECT practice FROM visits WHERE id = NEW.visit_id), 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'identity_openings', NEW.id, NEW.business_date, 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
CREATE TRIGGER identity_openings_sync_update AFTER update ON identity_openings WHEN coalesce((SELECT practice FROM visits WHERE id = NEW.visit_id), 0) = 0
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, 'identity_openings', NEW.id, NEW.business_date, 0, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = excluded.ver, session = excluded.session, row_hash = NULL;
END;
COMMIT;
PRAGMA user_version = 2;
