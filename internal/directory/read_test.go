package directory

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// at is a place in the sample, as a problem names it, and what to put there.
type at struct {
	place string
	value any
}

// remove takes the field away instead.
type remove struct{}

// spoiled is the sample with other values at some places.
func spoiled(t testing.TB, changes ...at) []byte {
	t.Helper()
	var tree any
	if err := json.Unmarshal(sample, &tree); err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		put(t, tree, c)
	}
	data, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var steps = regexp.MustCompile(`[^.\[\]]+`)

func put(t testing.TB, tree any, c at) {
	t.Helper()
	path := steps.FindAllString(c.place, -1)
	for i, step := range path {
		last := i == len(path)-1
		switch node := tree.(type) {
		case []any:
			n, err := strconv.Atoi(step)
			if err != nil || n >= len(node) {
				t.Fatalf("the sample has no %s", c.place)
			}
			if last {
				node[n] = c.value
			}
			tree = node[n]
		case map[string]any:
			switch {
			case last && c.value == remove{}:
				delete(node, step)
			case last:
				node[step] = c.value
			}
			tree = node[step]
		default:
			t.Fatalf("the sample has no %s", c.place)
		}
	}
}

var english, indonesian = text.MustLoad(text.English), text.MustLoad(text.Indonesian)

// reported reads data and writes each problem as "place: sentence".
func reported(t testing.TB, data []byte) []string {
	t.Helper()
	_, err := Read(bytes.NewReader(data))
	if err == nil {
		return nil
	}
	var faults *Faults
	if !errors.As(err, &faults) {
		t.Fatalf("not faults: %v", err)
	}
	var list []string
	for _, p := range faults.Problems {
		list = append(list, p.Place+": "+english.Say(p.Says))
		if said := indonesian.Say(p.Says); said == p.Says.Key || strings.ContainsAny(strings.ReplaceAll(said, "{ }", ""), "{}") {
			t.Errorf("Indonesian says %q", said)
		}
	}
	return list
}

type object = map[string]any

func span(day, opens, closes string) object {
	return object{"byday": day, "opens_at": opens, "closes_at": closes}
}

func TestEachFaultIsReportedWithItsPlace(t *testing.T) {
	hours := func(list ...any) []any { return list }
	for _, c := range []struct {
		rule   string
		change at
		want   string
	}{
		{"another format", at{"format", "mall-directory/2"}, `format: unknown format "mall-directory/2"; known is "mall-directory/1"`},
		{"no format", at{"format", remove{}}, `format: unknown format ""; known is "mall-directory/1"`},
		{"no agencies, and then no link is a fault of its own", at{"agencies", remove{}}, `agencies: there are no agencies`},
		{"wrong type of the mall", at{"mall", 7}, `mall: must be an object { }`},
		{"wrong type of a text", at{"agencies[3].name", 7}, `agencies[3].name: must be text`},
		{"wrong type of a number", at{"agencies[2].daily_quota", "30"}, `agencies[2].daily_quota: must be a whole number`},
		{"half a number", at{"agencies[2].counters[0].number", 107.5}, `agencies[2].counters[0].number: must be a whole number`},
		{"wrong type of a size", at{"floors[0].places[1].w", "8"}, `floors[0].places[1].w: must be a number`},
		{"a size beyond numbers", at{"floors[0].places[1].w", json.Number("1e999")}, `floors[0].places[1].w: must be a number`},
		{"wrong type of a truth", at{"agencies[0].services[0].ticket", "no"}, `agencies[0].services[0].ticket: must be true or false`},
		{"wrong type of a list", at{"agencies[0].services[0].aliases", "ktp"}, `agencies[0].services[0].aliases: must be a list [ ]`},
		{"wrong type in a list", at{"agencies[0].services[0].aliases[1]", 5}, `agencies[0].services[0].aliases[1]: must be text`},
		{"null in a list", at{"holidays[1]", nil}, `holidays[1]: must be an object { }`},
		{"a blank agency name", at{"agencies[1].name", " "}, `agencies[1].name: is blank`},
		{"no agency code", at{"agencies[30].code", remove{}}, `agencies[30].code: is blank`},
		{"a blank mall code", at{"mall.code", ""}, `mall.code: is blank`},
		{"a blank prefix", at{"agencies[1].ticket_prefix", ""}, `agencies[1].ticket_prefix: is blank`},
		{"a blank counter name", at{"agencies[3].counters[1].name", ""}, `agencies[3].counters[1].name: is blank`},
		{"a blank service name", at{"agencies[3].services[1].name", nil}, `agencies[3].services[1].name: is blank`},
		{"a blank holiday name", at{"holidays[0].name", ""}, `holidays[0].name: is blank`},
		{"a referral to nobody", at{"agencies[0].services[0].refer_to", object{"city": "Samarinda"}}, `agencies[0].services[0].refer_to.name: is blank`},
		{"an agency code twice", at{"agencies[4].code", "DUK"}, `agencies[4].code: agency code "DUK" is already used at agencies[0].code`},
		{"a prefix twice", at{"agencies[4].ticket_prefix", "1A"}, `agencies[4].ticket_prefix: ticket prefix "1A" is already used at agencies[0].ticket_prefix`},
		{"a counter number twice", at{"agencies[1].counters[0].number", 101}, `agencies[1].counters[0].number: counter number 101 is already used at agencies[0].counters[0].number`},
		{"a counter number of zero", at{"agencies[1].counters[0].number", 0}, `agencies[1].counters[0].number: counter number 0 must be more than zero`},
		{"a life event code twice", at{"life_events[1].code", "LAHIR"}, `life_events[1].code: life event code "LAHIR" is already used at life_events[0].code`},
		{"an unknown counter of a service", at{"agencies[3].services[2].counters[0]", "XX-9"}, `agencies[3].services[2].counters[0]: no counter "XX-9"`},
		{"an unknown counter on the plan", at{"floors[0].places[15].counter", "XX-9"}, `floors[0].places[15].counter: no counter "XX-9"`},
		{"an unknown service before", at{"agencies[0].services[0].after", []any{"XX"}}, `agencies[0].services[0].after[0]: no service "XX"`},
		{"an unknown service of a life event", at{"life_events[0].services[1]", "XX"}, `life_events[0].services[1]: no service "XX"`},
		{"a prefix with a dash", at{"agencies[1].ticket_prefix", "A-1"}, `agencies[1].ticket_prefix: ticket prefix "A-1" must be 1 to 4 capital letters or digits (A–Z, 0–9)`},
		{"a prefix in small letters", at{"agencies[1].ticket_prefix", "1a"}, `agencies[1].ticket_prefix: ticket prefix "1a" must be 1 to 4 capital letters or digits (A–Z, 0–9)`},
		{"a prefix between blanks", at{"agencies[1].ticket_prefix", " 1Z "}, `agencies[1].ticket_prefix: ticket prefix " 1Z " must be 1 to 4 capital letters or digits (A–Z, 0–9)`},
		{"a prefix of two lines", at{"agencies[1].ticket_prefix", "1\nZ"}, "agencies[1].ticket_prefix: ticket prefix \"1\ufffdZ\" must be 1 to 4 capital letters or digits (A–Z, 0–9)"},
		{"a prefix that ends its line", at{"agencies[1].ticket_prefix", "1Z\n"}, "agencies[1].ticket_prefix: ticket prefix \"1Z\ufffd\" must be 1 to 4 capital letters or digits (A–Z, 0–9)"},
		{"a prefix too long to call", at{"agencies[1].ticket_prefix", "12345"}, `agencies[1].ticket_prefix: ticket prefix "12345" must be 1 to 4 capital letters or digits (A–Z, 0–9)`},
		{"a name of nothing visible", at{"agencies[1].name", "\u200b\ufeff\u00a0\u3164\u2800"}, `agencies[1].name: is blank`},
		{"a code of nothing visible", at{"agencies[30].code", "\u200b"}, `agencies[30].code: is blank`},
		{"a name of two lines", at{"agencies[1].short_name", "DPM\nPTSP"}, `agencies[1].short_name: holds control characters or line breaks`},
		{"a name that commands the terminal", at{"agencies[1].services[0].name", "NIB\x1b[2J"}, `agencies[1].services[0].name: holds control characters or line breaks`},
		{"a name that turns the line round", at{"floors[0].name", "Lantai \u202e1"}, `floors[0].name: holds control characters or line breaks`},
		{"a place's name of two lines", at{"floors[0].places[2].name", "Tangga\r\nA"}, `floors[0].places[2].name: holds control characters or line breaks`},
		{"a code with a blank in front", at{"agencies[30].code", " MPP"}, `agencies[30].code: code " MPP" must not hold blanks or invisible characters`},
		{"a code with a blank behind", at{"life_events[1].code", "NIKAH "}, `life_events[1].code: code "NIKAH " must not hold blanks or invisible characters`},
		{"a code of two words", at{"mall.code", "MPP 6402"}, `mall.code: code "MPP 6402" must not hold blanks or invisible characters`},
		{"a code with an invisible character", at{"agencies[30].code", "M\u200bPP"}, "agencies[30].code: code \"M\u200bPP\" must not hold blanks or invisible characters"},
		{"an agency on no floor", at{"agencies[0].floor", 9}, `agencies[0].floor: no floor 9`},
		{"a last number before every opening", at{"agencies[2].last_ticket_at", "07:59"}, `agencies[2].last_ticket_at: last number at 07:59 is before opening: no number is ever given`},
		{"a last number before the mall opens", at{"mall.hours", hours(span("MO,WE", "09:45", "15:00"))}, `agencies[2].last_ticket_at: last number at 09:30 is before opening: no number is ever given`},
		{"a last number after every closing", at{"agencies[2].last_ticket_at", "12:01"}, `agencies[2].last_ticket_at: last number at 12:01 is after closing`},
		{"a date that can be an opening's weekday", at{"agencies[2].hours", hours(span("MO", "08:00", "12:00"), object{"bymonthday": "10", "opens_at": "09:00", "closes_at": "13:00"})}, `agencies[2].hours[1]: overlaps with agencies[2].hours[0]`},
		{"a counter on no floor", at{"agencies[0].counters[0].floor", 9}, `agencies[0].counters[0].floor: no floor 9`},
		{"an unknown time zone", at{"mall.timezone", "Asia/Tenggarong"}, `mall.timezone: unknown time zone "Asia/Tenggarong"`},
		{"no time zone", at{"mall.timezone", remove{}}, `mall.timezone: unknown time zone ""`},
		{"the machine's time zone", at{"mall.timezone", "Local"}, `mall.timezone: unknown time zone "Local"`},
		{"a bad day", at{"agencies[0].hours[0].byday", "MO,XX"}, `agencies[0].hours[0].byday: unknown day "MO,XX"; write MO,TU,WE,TH,FR,SA,SU`},
		{"a bad date of the month", at{"agencies[10].hours[0].bymonthday", "10,32"}, `agencies[10].hours[0].bymonthday: date of the month "10,32" must be 1 to 31`},
		{"no day at all", at{"agencies[2].hours[0].byday", remove{}}, `agencies[2].hours[0]: neither a day nor a date of the month is given`},
		{"a bad time", at{"agencies[0].hours[0].opens_at", "8:00"}, `agencies[0].hours[0].opens_at: bad time "8:00"; write 00:00 to 23:59`},
		{"a time after midnight", at{"mall.hours[0].closes_at", "24:00"}, `mall.hours[0].closes_at: bad time "24:00"; write 00:00 to 23:59`},
		{"a bad last number", at{"agencies[2].last_ticket_at", "09.30"}, `agencies[2].last_ticket_at: bad time "09.30"; write 00:00 to 23:59`},
		{"opening after closing", at{"agencies[2].hours[0].opens_at", "12:30"}, `agencies[2].hours[0]: opening 12:30 is not before closing 12:00`},
		{"opening at closing", at{"agencies[2].hours[0].opens_at", "12:00"}, `agencies[2].hours[0]: opening 12:00 is not before closing 12:00`},
		{"overlapping hours", at{"agencies[2].hours", hours(span("MO,WE", "08:00", "12:00"), span("TU,WE", "11:59", "13:00"))}, `agencies[2].hours[1]: overlaps with agencies[2].hours[0]`},
		{"overlapping dates", at{"agencies[2].hours", hours(
			object{"bymonthday": "10,20", "opens_at": "08:00", "closes_at": "12:00"},
			object{"bymonthday": "20", "opens_at": "09:00", "closes_at": "10:00"})}, `agencies[2].hours[1]: overlaps with agencies[2].hours[0]`},
		{"overlapping seasons", at{"agencies[2].hours", hours(
			object{"byday": "MO", "opens_at": "08:00", "closes_at": "12:00", "valid_from": "2026-02-01", "valid_until": "2026-02-28"},
			object{"byday": "MO", "opens_at": "09:00", "closes_at": "10:00", "valid_from": "2026-02-28"})}, `agencies[2].hours[1]: overlaps with agencies[2].hours[0]`},
		{"a season that ends before it begins", at{"agencies[2].hours", hours(
			object{"byday": "MO", "opens_at": "08:00", "closes_at": "12:00", "valid_from": "2026-03-01", "valid_until": "2026-02-28"})}, `agencies[2].hours[0]: start 2026-03-01 is after end 2026-02-28`},
		{"a bad season", at{"agencies[2].hours", hours(
			object{"byday": "MO", "opens_at": "08:00", "closes_at": "12:00", "valid_from": "1 Maret"})}, `agencies[2].hours[0].valid_from: bad date "1 Maret"; write YYYY-MM-DD`},
		{"a negative quota", at{"agencies[2].daily_quota", -1}, `agencies[2].daily_quota: -1 is less than zero`},
		{"negative minutes", at{"agencies[2].typical_service_minutes", -5}, `agencies[2].typical_service_minutes: -5 is less than zero`},
		{"an unknown kind of place", at{"floors[0].places[2].kind", "casino"}, `floors[0].places[2].kind: unknown kind of place "casino"`},
		{"a negative size", at{"floors[0].places[2].h", -2}, `floors[0].places[2].h: size -2 m must be 0 to 10000 m`},
		{"an endless floor", at{"floors[0].width", 1e300}, `floors[0].width: size 1e+300 m must be 0 to 10000 m`},
		{"a place off the earth", at{"floors[0].places[2].x", -1e9}, `floors[0].places[2].x: -1e+09 m lies off the plan`},
		{"an unknown kind of holiday", at{"holidays[0].kind", "bank"}, `holidays[0].kind: unknown kind of holiday "bank"`},
		{"an unknown kind to work on", at{"agencies[12].works_on[0]", "bank"}, `agencies[12].works_on[0]: unknown kind of holiday "bank"`},
		{"a bad holiday", at{"holidays[0].date", "2026-02-30"}, `holidays[0].date: bad date "2026-02-30"; write YYYY-MM-DD`},
		{"an exception that ends before it begins", at{"agencies[23].exceptions[0].to", "2026-11-26"}, `agencies[23].exceptions[0]: start 2026-11-27 is after end 2026-11-26`},
		{"an exception without end", at{"agencies[23].exceptions[0].to", remove{}}, `agencies[23].exceptions[0].to: bad date ""; write YYYY-MM-DD`},
		{"an exception that changes nothing", at{"agencies[23].exceptions[0].closed", remove{}}, `agencies[23].exceptions[0]: is neither closed nor has other hours`},
		{"a long value is cut", at{"agencies[2].last_ticket_at", strings.Repeat("9", 500)}, `agencies[2].last_ticket_at: bad time "` + strings.Repeat("9", 120) + `…"; write 00:00 to 23:59`},
		{"a bad date of verifying", at{"agencies[0].services[0].verified_on", "kemarin"}, `agencies[0].services[0].verified_on: bad date "kemarin"; write YYYY-MM-DD`},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := reported(t, spoiled(t, c.change)); len(got) != 1 || got[0] != c.want {
				t.Errorf("got %q, want only %q", got, c.want)
			}
		})
	}
}

func TestCodesAndFloorsAreUniqueInTheMall(t *testing.T) {
	d := Sample()
	d.Agencies[1].Counters[0].Code = d.Agencies[0].Counters[0].Code
	d.Agencies[1].Services[0].Code = d.Agencies[0].Services[0].Code
	d.Floors = append(d.Floors, models.Floor{Number: 2, Name: "Lantai 2"})
	found := map[string]string{}
	for _, p := range Check(d) {
		found[p.Place] = p.Says.Key
	}
	for place, key := range map[string]string{
		"agencies[1].counters[0].code": "directory.counter_twice",
		"agencies[1].services[0].code": "directory.service_twice",
		"floors[3].number":             "directory.floor_twice",
	} {
		if found[place] != key {
			t.Errorf("%s: %q, want %q", place, found[place], key)
		}
	}
}

func TestServicesThatWaitForOneAnotherAreReported(t *testing.T) {
	services := func(after ...[]string) *models.Directory {
		d := Sample()
		d.LifeEvents = nil
		d.Agencies[0].Services = nil
		for i, codes := range after {
			d.Agencies[0].Services = append(d.Agencies[0].Services,
				models.Service{Code: string(rune('A' + i)), Name: "Layanan", After: codes})
		}
		return d
	}
	long := make([][]string, 20)
	for i := range long {
		long[i] = []string{string(rune('A' + (i+1)%20))}
	}
	for _, c := range []struct {
		rule  string
		d     *models.Directory
		wants map[string]string
	}{
		{"a chain is no circle", services([]string{"B", "C"}, []string{"C"}, nil), nil},
		{"one waits for itself", services([]string{"A"}), map[string]string{"agencies[0].services[0].after[0]": "A → A"}},
		{"three wait round", services([]string{"B"}, []string{"C"}, []string{"A"}), map[string]string{"agencies[0].services[2].after[0]": "A → B → C → A"}},
		{"two circles are two faults", services([]string{"B"}, []string{"A", "C"}, []string{"B"}), map[string]string{
			"agencies[0].services[1].after[0]": "A → B → A", "agencies[0].services[2].after[0]": "B → C → B"}},
		{"a long circle is named in short", services(long...), map[string]string{"agencies[0].services[19].after[0]": "A → … → L → M → N → O → P → Q → R → S → T → A"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			got := map[string]string{}
			for _, p := range Check(c.d) {
				if p.Says.Key == "directory.cycle" {
					got[p.Place] = fmt.Sprint(p.Says.Args[0])
				}
			}
			if len(got) != len(c.wants) || len(got) > 0 && !reflect.DeepEqual(got, c.wants) {
				t.Errorf("got %v, want %v", got, c.wants)
			}
		})
	}
}

func TestAllFaultsComeAtOnce(t *testing.T) {
	got := reported(t, spoiled(t,
		at{"mall.timezone", "WITA"},
		at{"agencies[0].name", 1},
		at{"agencies[0].hours", "always"},
		at{"agencies[3].services[2].counters[0]", "XX-9"},
		at{"holidays[2].date", "soon"},
	))
	want := []string{
		"agencies[0].hours: must be a list [ ]",
		"agencies[0].name: must be text",
		`agencies[3].services[2].counters[0]: no counter "XX-9"`,
		`holidays[2].date: bad date "soon"; write YYYY-MM-DD`,
		`mall.timezone: unknown time zone "WITA"`,
	}
	for _, w := range want {
		if !strings.Contains("\n"+strings.Join(got, "\n")+"\n", "\n"+w+"\n") {
			t.Errorf("%q is missing", w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %q", got)
	}
}

func TestFaultsOfTheTextItself(t *testing.T) {
	for _, c := range []struct {
		rule, data, want string
	}{
		{"an empty file", "", "1:1: broken JSON at line 1, column 1"},
		{"a missing comma", "{\n \"format\": \"x\"\n \"mall\": 1}", "3:2: broken JSON at line 3, column 2"},
		{"columns count characters", `{"å": ?}`, "1:7: broken JSON at line 1, column 7"},
		{"a second value", `{"agencies":[]} {}`, "1:17: broken JSON at line 1, column 17"},
		{"a file cut short", `{"agencies":[`, "1:13: broken JSON at line 1, column 13"},
		{"bad UTF-8", "{\n\"note\": \"caf\xe9\"}", "2:13: not UTF-8 text at line 2, column 13"},
		{"too many levels", strings.Repeat("[", 65) + strings.Repeat("]", 65), "1:65: the JSON is more than 64 levels deep"},
		{"not an object", "[]", "file: must be an object { }"},
		{"null", "null", "file: must be an object { }"},
		{"a field twice", `{"format": "mall-directory/1", "format": "mall-directory/1"}`, "format: is written twice"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := reported(t, []byte(c.data)); len(got) == 0 || got[0] != c.want {
				t.Errorf("got %q, want first %q", got, c.want)
			}
		})
	}
}

func TestUnknownFieldsAreTolerated(t *testing.T) {
	deep := any("x")
	for range 60 {
		deep = []any{deep}
	}
	data := spoiled(t, at{"x_extra", deep}, at{"agencies[0].x_extra", object{"code": 7}}, at{"mall.x_extra", nil})
	if got := reported(t, data); got != nil {
		t.Errorf("got %q", got)
	}
}

func TestAByteOrderMarkIsTolerated(t *testing.T) {
	if got := reported(t, append([]byte("\ufeff"), sample...)); got != nil {
		t.Errorf("got %q", got)
	}
}

func TestHostileFilesAreBounded(t *testing.T) {
	for _, c := range []struct {
		rule, data, want string
	}{
		{"too many bytes", strings.Repeat(" ", maxBytes+1), "file: the file is larger than 50 MB"},
		{"too many entries", `{"agencies":[` + strings.Repeat("{},", 1<<20) + `{}]}`, "agencies: the list is too long"},
		{"too many faults", `{"holidays":[` + strings.Repeat("7,", 5000) + `7]}`, "file: and "},
		{"too many hours", `{"mall":{"hours":[` + strings.Repeat("{},", 500) + `{}]}}`, "mall.hours: more than 400 entries of hours"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			got := reported(t, []byte(c.data))
			if len(got) > maxProblems+1 {
				t.Errorf("%d problems", len(got))
			}
			if !strings.Contains(strings.Join(got, "\n"), c.want) {
				t.Errorf("%q is missing in %.500q", c.want, got)
			}
		})
	}
}

func TestAMallWithoutPlanHasNoWrongFloor(t *testing.T) {
	if got := reported(t, spoiled(t, at{"floors", []any{}})); got != nil {
		t.Errorf("got %q", got)
	}
}

func TestReadFile(t *testing.T) {
	folder := t.TempDir()
	good := filepath.Join(folder, "directory.json")
	if err := os.WriteFile(good, sample, 0o600); err != nil {
		t.Fatal(err)
	}
	if d, err := ReadFile(good); err != nil || !reflect.DeepEqual(d, Sample()) {
		t.Errorf("the sample as a file is another one: %v", err)
	}
	for rule, c := range map[string]struct{ path, key string }{
		"a folder is refused":       {folder, "directory.folder"},
		"a device is refused":       {os.DevNull, "directory.no_plain_file"},
		"a missing file is refused": {filepath.Join(folder, "none.json"), "directory.no_file"},
	} {
		t.Run(rule, func(t *testing.T) {
			_, err := ReadFile(c.path)
			var e *models.Error
			if !errors.As(err, &e) || e.Says.Key != c.key || e.Kind != models.KindUsage {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestFaultsAreWrongUse(t *testing.T) {
	_, err := Read(strings.NewReader("{}"))
	if models.KindOf(err) != models.KindUsage {
		t.Errorf("kind %q", models.KindOf(err))
	}
}

// FuzzRead proves that no file brings Read down, and that a file it accepts
// survives being written and read again.
func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(`{"agencies":[{"services":[{"ticket":null,"refer_to":{},"after":[]}]}]}`))
	f.Add([]byte("{\"note\":\"\xff\\ud800\"}"))
	f.Add([]byte(`{"mall":[[[]]],"floors":[{"places":[{"x":1e999}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(bytes.NewReader(data))
		var faults *Faults
		switch {
		case err == nil:
			again(t, d)
		case !errors.As(err, &faults) || len(faults.Problems) == 0:
			t.Errorf("no faults, but %v", err)
		}
	})
}

// small is a whole directory in few bytes.
const small = `{"format":"mall-directory/1","mall":{"code":"M","name":"Mal Contoh","short_name":"MC","timezone":"Asia/Jakarta",
"hours":[{"byday":"MO,FR","opens_at":"08:00","closes_at":"15:00"}]},"holidays":[{"date":"2026-05-01","name":"Hari Buruh","kind":"national"}],
"floors":[{"number":1,"name":"Lantai 1","width":10,"depth":8,"places":[{"kind":"counter","counter":"A-1","x":0,"y":1.5,"w":2,"h":2},{"kind":"parking","outside":true,"x":-3,"y":0,"w":2,"h":2}]}],
"agencies":[{"code":"A","name":"Balai Contoh","short_name":"BC","floor":1,"ticket_prefix":"A","daily_quota":5,"last_ticket_at":"10:00","works_on":["national"],
"hours":[{"bymonthday":"1,31","opens_at":"08:00","closes_at":"12:00","valid_from":"2026-01-01","valid_until":"2026-06-30"}],
"exceptions":[{"from":"2026-05-01","to":"2026-05-02","closed":true,"reason":"Rapat"}],
"counters":[{"code":"A-1","number":1,"name":"Loket 1","floor":1,"way":"di depan"}],
"services":[{"code":"S","name":"Layanan","aliases":["a"],"counters":["A-1"],"requirements":[],"after":[],"sensitive":true,"ticket":true,"refer_to":{"name":"Kantor"},"verified_on":"2026-01-01"}]}],
"life_events":[{"code":"L","name":"Lahir","aliases":[],"services":["S"]}]}`
