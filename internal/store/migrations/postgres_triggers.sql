{{- /* What sqlite_triggers.sql does, in the words of PostgreSQL. The guards
       of keys and erasures have names of their own, since putting a damaged
       record right lifts them. */ -}}
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$;

CREATE OR REPLACE TRIGGER {{.Name}}_stay BEFORE DELETE ON {{.Name}}
    FOR EACH ROW EXECUTE FUNCTION refuse_change('{{.Name}} are never deleted');
CREATE OR REPLACE TRIGGER {{.Name}}_stay_all BEFORE TRUNCATE ON {{.Name}}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('{{.Name}} are never deleted');

CREATE OR REPLACE TRIGGER {{.Name}}_keys BEFORE UPDATE ON {{.Name}}
    FOR EACH ROW WHEN ({{range $i, $key := .Keys}}{{if $i}} OR {{end}}NEW.{{$key}} IS DISTINCT FROM OLD.{{$key}}{{end}})
    EXECUTE FUNCTION refuse_change('keys of {{.Name}} never change');
{{- if .Identity}}

CREATE OR REPLACE TRIGGER {{.Name}}_erased BEFORE UPDATE ON {{.Name}}
    FOR EACH ROW WHEN ((OLD.erased_at > 0 AND NEW.erased_at = 0) OR NEW.erased_at > 0 AND NOT (
        NEW.identity IS NULL{{range .EmptyTexts}} AND NEW.{{.}} = ''{{end}}))
    EXECUTE FUNCTION refuse_change('what is erased stays erased');
{{- end}}

CREATE OR REPLACE FUNCTION {{.Name}}_sync() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {{.Real "NEW"}} THEN
        UPDATE sync_state SET last_pos = last_pos + 1, last_ver = greatest(last_ver + 1, wall);
        INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
        SELECT last_pos, '{{.Name}}', NEW.id, {{.Date "NEW"}}, {{.Erased "NEW"}}, last_ver, session FROM sync_state
        ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
            ver = greatest(excluded.ver, sync_changes.ver + 1), session = excluded.session, row_hash = NULL;
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER {{.Name}}_sync AFTER INSERT OR UPDATE ON {{.Name}}
    FOR EACH ROW EXECUTE FUNCTION {{.Name}}_sync();

-- Rows that were here before the feed enter it in their order.
INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
SELECT s.last_pos + row_number() OVER (ORDER BY r.id), '{{.Name}}', r.id, {{.Date "r"}}, {{.Erased "r"}},
    s.last_ver + row_number() OVER (ORDER BY r.id), s.session
FROM {{.Name}} r, sync_state s
WHERE {{.Real "r"}} AND NOT EXISTS (SELECT 1 FROM sync_changes c WHERE c.entity = '{{.Name}}' AND c.row_id = r.id);
UPDATE sync_state SET last_pos = greatest(last_pos, (SELECT coalesce(max(pos), 0) FROM sync_changes)),
    last_ver = greatest(last_ver, (SELECT coalesce(max(ver), 0) FROM sync_changes));
