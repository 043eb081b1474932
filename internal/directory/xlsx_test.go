package directory

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/xuri/excelize/v2"

	"bytes"
	"reflect"
	"testing"

	"frontdesk/internal/models"
)

// packed is d as a spreadsheet.
func packed(t testing.TB, d *models.Directory) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteXLSX(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestTheSampleComesBackFromASpreadsheetAsItWas(t *testing.T) {
	back, err := Read(bytes.NewReader(packed(t, Sample())))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, Sample()) {
		t.Errorf("another directory: %+v", Compare(Sample(), back))
	}
}

var packedSample = sync.OnceValue(func() []byte {
	var out bytes.Buffer
	if err := WriteXLSX(&out, Sample()); err != nil {
		panic(err)
	}
	return out.Bytes()
})

// edited is the sample as a spreadsheet in which somebody worked.
func edited(t testing.TB, work func(f *excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(packedSample()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := work(f); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// cellValue is one cell and what somebody writes into it.
type cellValue struct {
	sheet, cell string
	value       any
}

func written(t testing.TB, cells ...cellValue) []byte {
	return edited(t, func(f *excelize.File) error {
		for _, c := range cells {
			if err := f.SetCellValue(c.sheet, c.cell, c.value); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestEachProblemTellsItsCell(t *testing.T) {
	for _, c := range []struct {
		rule string
		cell cellValue
		want []string
	}{
		{"a name is needed", cellValue{"Layanan", "C14", ""}, []string{"Layanan!C14: is blank"}},
		{"a number is a whole one", cellValue{"Loket", "C3", "lima"}, []string{"Loket!C3: must be a whole number"}},
		{"a number stands once", cellValue{"Loket", "C3", 101}, []string{"Loket!C3: counter number 101 is already used at Loket!C2"}},
		{"a code leads somewhere", cellValue{"Layanan", "E3", "DUK-1; DUK-9"}, []string{`Layanan!E3: no counter "DUK-9"`}},
		{"a row belongs to an agency", cellValue{"Jam", "A2", "XYZ"}, []string{`Jam!A2: there is no agency "XYZ"`}},
		{"a requirement belongs to a service", cellValue{"Persyaratan", "A2", "XYZ"}, []string{`Persyaratan!A2: no service "XYZ"`}},
		{"a weekday is one", cellValue{"Jam", "B2", "Senin, Snein"}, []string{`Jam!B2: unknown day "Snein"; choose Senin, Selasa, Rabu, Kamis, Jumat, Sabtu, Minggu`}},
		{"days run forward", cellValue{"Jam", "B2", "Kamis–Senin"}, []string{`Jam!B2: unknown day "Kamis–Senin"; choose Senin, Selasa, Rabu, Kamis, Jumat, Sabtu, Minggu`}},
		{"a time is one", cellValue{"Jam", "D2", 8.3}, []string{`Jam!D2: bad time "8.3"; write 00:00 to 23:59`}},
		{"opening comes before closing", cellValue{"Jam", "D2", "13.00"}, []string{"Jam!A2: opening 13:00 is not before closing 12:00"}},
		{"hours do not overlap", cellValue{"Jam", "D3", "11:00"}, []string{"Jam!A3: overlaps with Jam!A2"}},
		{"a date is one", cellValue{"Hari libur", "A4", "31/02/2026"}, []string{`Hari libur!A4: "31/02/2026" is no date; write 2026-11-25 or 25/11/2026`}},
		{"half a day is no date", cellValue{"Hari libur", "A4", 46000.5}, []string{`Hari libur!A4: "46000.5" is no date; write 2026-11-25 or 25/11/2026`}},
		{"a kind is one of few", cellValue{"Hari libur", "C4", "libur"}, []string{`Hari libur!C4: unknown "libur"; choose libur nasional, cuti bersama`}},
		{"yes is yes", cellValue{"Layanan", "I2", "mungkin"}, []string{`Layanan!I2: unknown "mungkin"; choose ya, tidak`}},
		{"the mall has a time zone", cellValue{"Mal", "G2", "WITA"}, []string{`Mal!G2: unknown time zone "WITA"`}},
		{"a mall is one", cellValue{"Mal", "A3", "MPP-2"}, []string{"Mal!A3: this sheet may have one row only"}},
		{"a formula works", cellValue{"Layanan", "G2", "#REF!"}, []string{"Layanan!G2: the formula in this cell is broken: #REF!"}},
		{"a place is on a floor", cellValue{"Denah", "A2", 9}, []string{"Denah!A2: no floor 9"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := reported(t, written(t, c.cell)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestProblemsStandInTheOrderOfTheFile(t *testing.T) {
	got := reported(t, written(t, cellValue{"Hari libur", "B5", ""}, cellValue{"Layanan", "B9", "dua kata"},
		cellValue{"Instansi", "E3", "kecil"}, cellValue{"Instansi", "B3", ""}))
	var cells []string
	for _, line := range got {
		cell, _, _ := strings.Cut(line, ":")
		cells = append(cells, cell)
	}
	if want := []string{"Instansi!B3", "Instansi!E3", "Layanan!B9", "Persyaratan!A30", "Hari libur!B5"}; !slices.Equal(uniq(cells)[:3], want[:3]) || cells[len(cells)-1] != "Hari libur!B5" {
		t.Errorf("cells %q, want about %q", cells, want)
	}
}

func uniq(list []string) []string { return slices.Compact(slices.Clone(list)) }

func TestWhatPeopleWriteIsUnderstood(t *testing.T) {
	for _, c := range []struct {
		rule string
		cell cellValue
		is   func(d *models.Directory) any
		want any
	}{
		{"blanks around a text", cellValue{"Instansi", "C2", "  Dukcapil\u00a0 "}, func(d *models.Directory) any { return d.Agencies[0].ShortName }, "Dukcapil"},
		{"a date as text", cellValue{"Hari libur", "A2", "1/1/2026"}, func(d *models.Directory) any { return d.Holidays[0].Date }, "2026-01-01"},
		{"a date in letters", cellValue{"Hari libur", "A2", "17 Agustus 2026"}, func(d *models.Directory) any { return d.Holidays[0].Date }, "2026-08-17"},
		{"a typed date", cellValue{"Layanan", "Q2", time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)}, func(d *models.Directory) any { return d.Agencies[0].Services[0].VerifiedOn }, "2026-11-20"},
		{"a time with a point", cellValue{"Jam", "D2", "8.15"}, func(d *models.Directory) any { return d.Agencies[0].Hours[0].OpensAt }, "08:15"},
		{"a typed time", cellValue{"Jam", "D2", 7.75 / 24}, func(d *models.Directory) any { return d.Agencies[0].Hours[0].OpensAt }, "07:45"},
		{"a time with seconds", cellValue{"Jam", "D2", "07:30:00"}, func(d *models.Directory) any { return d.Agencies[0].Hours[0].OpensAt }, "07:30"},
		{"days from to", cellValue{"Jam", "B2", "senin - rabu"}, func(d *models.Directory) any { return d.Agencies[0].Hours[0].ByDay }, "MO,TU,WE"},
		{"every day", cellValue{"Jam mal", "B2", ""}, func(d *models.Directory) any { return d.Mall.Hours[0].ByDay }, "MO,TU,WE,TH"},
		{"Friday with an apostrophe", cellValue{"Jam", "B4", "Jum'at"}, func(d *models.Directory) any { return d.Agencies[0].Hours[2].ByDay }, "FR"},
		{"truth as a spreadsheet has it", cellValue{"Layanan", "I2", true}, func(d *models.Directory) any { return d.Agencies[0].Services[0].Sensitive }, true},
		{"metres with a comma", cellValue{"Lantai", "C2", "48,5"}, func(d *models.Directory) any { return d.Floors[0].Width }, 48.5},
		{"a code typed as a number", cellValue{"Mal", "F2", 64.02}, func(d *models.Directory) any { return d.Mall.RegionCode }, "64.02"},
		{"other words, one after the other", cellValue{"Layanan", "D2", "KTP baru;;rekam KTP ; "}, func(d *models.Directory) any { return d.Agencies[0].Services[0].Aliases }, []string{"KTP baru", "rekam KTP"}},
		{"a text like a formula stays one", cellValue{"Layanan", "G2", "=1+1"}, func(d *models.Directory) any { return d.Agencies[0].Services[0].Fee }, "=1+1"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			d, err := Read(bytes.NewReader(written(t, c.cell)))
			if err != nil {
				t.Fatal(err)
			}
			if got := c.is(d); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestColumnsStandInAnyOrderAndRowsMayBeEmpty(t *testing.T) {
	data := edited(t, func(f *excelize.File) error {
		return errors.Join(
			f.InsertCols("Instansi", "A", 2), // a remark of their own before the first
			f.SetCellValue("Instansi", "A1", "Catatan pribadi"),
			f.SetCellValue("Instansi", "A2", "telepon besok"),
			f.InsertRows("Layanan", 5, 3),
			f.SetCellValue("Layanan", "B1", "  kode   LAYANAN "),
			f.MoveSheet("Hari libur", "Mal"),
			swapColumns(f, "Hari libur", "A", "B"),
		)
	})
	d, err := Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(d, Sample()) {
		t.Errorf("another directory: %+v", Compare(Sample(), d))
	}
}

func swapColumns(f *excelize.File, sheet, a, b string) error {
	for row := 1; row < 40; row++ {
		in := [2]string{fmt.Sprint(a, row), fmt.Sprint(b, row)}
		first, err := f.GetCellValue(sheet, in[0], excelize.Options{RawCellValue: true})
		if err != nil {
			return err
		}
		second, err := f.GetCellValue(sheet, in[1])
		if err != nil {
			return err
		}
		var date any = first
		if serial, err := strconv.ParseFloat(first, 64); err == nil {
			date = serial
		}
		if err := errors.Join(f.SetCellValue(sheet, in[0], second), f.SetCellValue(sheet, in[1], date)); err != nil {
			return err
		}
	}
	return nil
}

func TestAMissingSheetOrColumnIsNotAnEmptyOne(t *testing.T) {
	data := edited(t, func(f *excelize.File) error {
		return errors.Join(f.DeleteSheet("Denah"), f.RemoveCol("Layanan", "G"), f.SetCellValue("Loket", "F1", "Nama"))
	})
	want := []string{
		`Loket!F1: the column title "nama" is there twice`,
		`Loket: there is no column "Petunjuk jalan"`,
		`Layanan: there is no column "Biaya"`,
		`file: there is no sheet "Denah"`,
	}
	if got := reported(t, data); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestDaysCountedFrom1904AreTheSameDays(t *testing.T) {
	data := edited(t, func(f *excelize.File) error {
		late := true
		return errors.Join(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &late}), f.SetCellValue("Hari libur", "A2", 44562))
	})
	d, err := Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if d.Holidays[0].Date != "2026-01-02" {
		t.Errorf("the first holiday is %s", d.Holidays[0].Date)
	}
}

func TestWhatACellCannotHoldIsRefusedAndNeverCut(t *testing.T) {
	for _, text := range []string{strings.Repeat("a", 40_000), "a\x01b", "_x005F_"} {
		d := Sample()
		d.Agencies[0].Note = text
		var out bytes.Buffer
		err := WriteXLSX(&out, d)
		if models.KindOf(err) != models.KindRefused || !strings.Contains(english.Error(err), "Instansi!L2") {
			t.Errorf("%.10q: %v", text, err)
		}
		if out.Len() > 0 {
			t.Errorf("%.10q: something was written", text)
		}
	}
}

func TestOtherFilesAreToldApartByTheirContent(t *testing.T) {
	for _, c := range []struct {
		rule string
		data []byte
		want string
	}{
		{"old Excel or a password", append(slices.Clone(oldExcel), 1, 2, 3), "file: an old .xls file or one with a password; save it as .xlsx without a password"},
		{"half a spreadsheet", packedSample()[:5000], "file: this spreadsheet is broken; open it and save it as .xlsx again"},
		{"another packed file", zipped(t, zipPart{name: "mimetype", head: "application/vnd.oasis.opendocument.spreadsheet"}), "file: no .xlsx spreadsheet; save it as .xlsx"},
	} {
		if got := reported(t, c.data); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: %q", c.rule, got)
		}
	}
}

func TestEveryColumnHasAFieldAndEveryFieldOfAnAgencyAColumn(t *testing.T) {
	for _, s := range sheets {
		titles := map[string]bool{}
		for _, c := range s.columns {
			if s.fields[c.field] == nil {
				t.Errorf("%s: no field %s", s.name, c.field)
			}
			if titles[folded(c.title)] {
				t.Errorf("%s: the title %s is there twice", s.name, c.title)
			}
			titles[folded(c.title)] = true
		}
	}
}
