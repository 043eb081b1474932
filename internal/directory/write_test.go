package directory

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"frontdesk/internal/models"
)

// again writes d and reads it back; it must be the same.
func again(t testing.TB, d *models.Directory) {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, d); err != nil {
		t.Fatal(err)
	}
	back, err := Read(&out)
	if err != nil {
		t.Fatalf("what was written cannot be read: %v", err)
	}
	if !reflect.DeepEqual(back, d) {
		t.Error("it is another directory after writing and reading")
	}
}

func TestWritingAndReadingGivesTheSame(t *testing.T) {
	again(t, Sample())
	d, err := Read(strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	again(t, d)
}

func TestWritingKeepsEveryFieldOfTheSample(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, Sample()); err != nil {
		t.Fatal(err)
	}
	var before, after any
	if err := json.Unmarshal(sample, &before); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out.Bytes(), &after); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(before, after) {
		t.Error("the sample says something else after reading and writing it")
	}
}

func TestWritingIsStable(t *testing.T) {
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := Write(out, Sample()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same directory was written in two ways")
	}
}

func TestEmptyListsAreWrittenAsSuch(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, &models.Directory{Agencies: []models.Agency{{Services: []models.Service{{}}}}}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "null") {
		t.Errorf("null in %s", out.String())
	}
	for _, field := range []string{"holidays", "floors", "life_events", "exceptions", "aliases", "requirements"} {
		if !strings.Contains(out.String(), `"`+field+`": []`) {
			t.Errorf("no empty list %s in %s", field, out.String())
		}
	}
}

func TestWritingChangesNothing(t *testing.T) {
	d := &models.Directory{Agencies: []models.Agency{{}}}
	if err := Write(&bytes.Buffer{}, d); err != nil {
		t.Fatal(err)
	}
	if d.Holidays != nil || d.Agencies[0].Hours != nil {
		t.Error("writing filled in the directory that it was given")
	}
}
