package directory

import (
	"reflect"
	"testing"

	"frontdesk/internal/models"
)

// rowWith is the first entry of a kind that holds the words.
func rowWith(t *testing.T, d *Draft, kind models.EditorKind, words string) models.EditorRow {
	t.Helper()
	rows := d.Rows(kind, words, "")
	if len(rows) == 0 {
		t.Fatalf("no %s %q", kind, words)
	}
	return rows[0]
}

// with sets one field of an entry.
func (t *Draft) with(kind models.EditorKind, row int, field, value string) {
	values := t.Values(kind, row)
	values[sheetOf(kind).at(field)] = value
	t.Put(kind, row, values)
}

func TestADraftSaysWhatItBeganWith(t *testing.T) {
	d := NewDraft(Sample())
	if !reflect.DeepEqual(d.Directory(), Sample()) {
		t.Errorf("another directory: %+v", Compare(Sample(), d.Directory()))
	}
	if faults, changes := d.Faults(), d.Changes(); len(faults)+len(changes) > 0 {
		t.Errorf("faults %v, changes %v", faults, changes)
	}
}

func TestAChangeIsListedFieldByFieldAndCanBeTakenBack(t *testing.T) {
	d := NewDraft(Sample())
	row := rowWith(t, d, models.EditServices, "ktp-el hilang")
	d.with(models.EditServices, row.Row, "fee", "Rp10.000")
	changes := d.Changes()
	fee := sheetOf(models.EditServices).at("fee")
	if len(changes) != 1 || changes[0].Before[fee] != "Gratis" || changes[0].After[fee] != "Rp10.000" {
		t.Errorf("changes %+v", changes)
	}
	if !d.Undo() || len(d.Changes()) > 0 || d.Undo() {
		t.Error("the change was not taken back, or more than that")
	}
}

func TestARequirementIsChangedMovedAndVerifiedWithItsService(t *testing.T) {
	d := NewDraft(Sample())
	rows := d.Rows(models.EditRequirements, "", "DUK-02")
	if len(rows) != 2 {
		t.Fatalf("rows %+v", rows)
	}
	d.with(models.EditRequirements, rows[0].Row, "requirement", "Surat kehilangan (asli)")
	d.Move(models.EditRequirements, rows[0].Row, rows[1].Row)
	d.Insert(models.EditRequirements, rows[1].Row+1, d.Blank(models.EditRequirements, "DUK-02"))
	d.with(models.EditRequirements, rows[1].Row+1, "requirement", "Pas foto")
	if !d.Verify(models.EditRequirements, rows[0].Row, "2026-11-25", "Rina") || d.Verify(models.EditHolidays, 0, "2026-11-25", "Rina") {
		t.Error("a requirement is confirmed with its service, a holiday is not")
	}
	s, _ := models.NewCatalogue(d.Directory()).Service("DUK-02")
	want := []string{"Fotokopi Kartu Keluarga", "Surat kehilangan (asli)", "Pas foto"}
	if !reflect.DeepEqual(s.Requirements, want) || s.VerifiedOn != "2026-11-25" || s.VerifiedBy != "Rina" {
		t.Errorf("%q, verified %s by %s", s.Requirements, s.VerifiedOn, s.VerifiedBy)
	}
	if faults := d.Faults(); len(faults) > 0 {
		t.Errorf("faults %v", faults)
	}
}

func TestAFaultStandsAtItsField(t *testing.T) {
	d := NewDraft(Sample())
	row := rowWith(t, d, models.EditCounters, "duk-2")
	d.with(models.EditCounters, row.Row, "number", "101")
	says := d.Fault(models.EditCounters, row.Row, sheetOf(models.EditCounters).at("number"))
	if got := english.Say(says); got != "counter number 101 is already used at 101 · Pendaftaran Penduduk" {
		t.Errorf("says %q", got)
	}
	if !rowWith(t, d, models.EditCounters, "duk-2").Faulty || len(d.Faults()) != 1 {
		t.Errorf("faults %v", d.Faults())
	}
}

func TestAHolidayAndAnExceptionAreAddedAndTakenAway(t *testing.T) {
	d := NewDraft(Sample())
	d.Insert(models.EditHolidays, d.Count(models.EditHolidays), []string{"1 Januari 2027", "Tahun Baru", "libur nasional"})
	d.Remove(models.EditHolidays, 0)
	values := d.Blank(models.EditExceptions, "DUK")
	for field, value := range map[string]string{"from": "2026-12-01", "to": "2026-12-02", "closed": "ya", "reason": "rapat"} {
		values[sheetOf(models.EditExceptions).at(field)] = value
	}
	d.Insert(models.EditExceptions, 0, values)
	holidays := d.Directory().Holidays
	if last := holidays[len(holidays)-1]; last.Date != "2027-01-01" || len(holidays) != len(Sample().Holidays) {
		t.Errorf("the last holiday is %+v", last)
	}
	want := []models.Exception{{From: "2026-12-01", To: "2026-12-02", Closed: true, Reason: "rapat"}}
	if got := d.Directory().Agencies[0].Exceptions; !reflect.DeepEqual(got, want) || len(d.Faults()) > 0 {
		t.Errorf("exceptions %+v, faults %v", got, d.Faults())
	}
	if changes := d.Changes(); len(changes) != 3 {
		t.Errorf("changes %+v", changes)
	}
}

func TestADraftOfAFileIsComparedWithTheDirectoryInUse(t *testing.T) {
	file := Sample()
	file.Agencies[0].Services[1].Fee = "Rp5.000"
	d := NewDraft(Sample())
	d.Take(file)
	if changes := d.Changes(); len(changes) != 1 || changes[0].Kind != models.EditServices || !reflect.DeepEqual(d.Base(), Sample()) {
		t.Errorf("changes %+v", changes)
	}
}

func BenchmarkDraftChange(b *testing.B) {
	d := NewDraft(Sample())
	values := d.Values(models.EditServices, 3)
	for b.Loop() {
		d.Put(models.EditServices, 3, values)
	}
}

func TestFieldsAreCalledAlikeOnTheScreenAndInTheSpreadsheet(t *testing.T) {
	for _, s := range sheets {
		if name := indonesian.T("editor.kind." + s.list); name != s.name {
			t.Errorf("the sheet %q is %q on the screen", s.name, name)
		}
		for _, c := range s.columns {
			key := "directory.field." + s.list + "." + c.field
			if indonesian.T(key) != c.title || c.help != "" && indonesian.T(key+".help") != c.help {
				t.Errorf("%s: %q, %q", key, indonesian.T(key), indonesian.T(key+".help"))
			}
			if !english.Has(key) || c.help != "" && !english.Has(key+".help") {
				t.Errorf("no English words for %s", key)
			}
		}
	}
}
