{{- /* One template for every synced table (synced.go), expanded after each
       migration: records are never deleted, keep their keys, and each change
       enters the feed in the transaction that made it, whoever made it. Only
       SQL's own functions are used: this driver cannot register an innocuous
       one, which trusted_schema=OFF demands of a trigger. */ -}}
DROP TRIGGER IF EXISTS {{.Name}}_stay;
CREATE TRIGGER {{.Name}}_stay BEFORE DELETE ON {{.Name}}
    BEGIN SELECT RAISE(ABORT, '{{.Name}} are never deleted'); END;

DROP TRIGGER IF EXISTS {{.Name}}_keys;
CREATE TRIGGER {{.Name}}_keys BEFORE UPDATE ON {{.Name}}
    WHEN {{range $i, $key := .Keys}}{{if $i}} OR {{end}}NEW.{{$key}} IS NOT OLD.{{$key}}{{end}}
    BEGIN SELECT RAISE(ABORT, 'keys of {{.Name}} never change'); END;
{{- if .Identity}}

DROP TRIGGER IF EXISTS {{.Name}}_erased;
CREATE TRIGGER {{.Name}}_erased BEFORE UPDATE ON {{.Name}}
    WHEN (OLD.erased_at > 0 AND NEW.erased_at = 0) OR NEW.erased_at > 0 AND NOT (
        NEW.identity IS NULL{{range .EmptyTexts}} AND NEW.{{.}} = ''{{end}})
    BEGIN SELECT RAISE(ABORT, 'what is erased stays erased'); END;
{{- end}}
{{- range .Verbs}}

DROP TRIGGER IF EXISTS {{$.Name}}_sync_{{.}};
CREATE TRIGGER {{$.Name}}_sync_{{.}} AFTER {{.}} ON {{$.Name}} WHEN {{$.Real "NEW"}}
BEGIN
    UPDATE sync_state SET last_pos = last_pos + 1, last_ver = max(last_ver + 1, wall);
    INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
    SELECT last_pos, '{{$.Name}}', NEW.id, {{$.Date "NEW"}}, {{$.Erased "NEW"}}, last_ver, session FROM sync_state WHERE true
    ON CONFLICT (entity, row_id) DO UPDATE SET pos = excluded.pos, erased = excluded.erased,
        ver = max(excluded.ver, ver + 1), session = excluded.session, row_hash = NULL;
END;
{{- end}}

-- Rows that were here before the feed enter it in their order.
INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
SELECT s.last_pos + row_number() OVER (ORDER BY r.id), '{{.Name}}', r.id, {{.Date "r"}}, {{.Erased "r"}},
    s.last_ver + row_number() OVER (ORDER BY r.id), s.session
FROM {{.Name}} r, sync_state s
WHERE {{.Real "r"}} AND NOT EXISTS (SELECT 1 FROM sync_changes c WHERE c.entity = '{{.Name}}' AND c.row_id = r.id);
UPDATE sync_state SET last_pos = max(last_pos, (SELECT coalesce(max(pos), 0) FROM sync_changes)),
    last_ver = max(last_ver, (SELECT coalesce(max(ver), 0) FROM sync_changes));
