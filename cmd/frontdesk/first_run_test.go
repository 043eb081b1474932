package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// number checks a visitor in at POS-01 and tells the number.
func (o *office) number() string {
	o.Helper()
	var answer checkInAnswer
	o.ask(&answer, "checkin", "--service", "POS-01", "--at", monday)
	return answer.Tickets[0].Number
}

func (o *office) words() string {
	o.Helper()
	words, _ := o.run(0, "key", "export")
	return strings.TrimSpace(words)
}

// desks are the numbers of the desks that a centre knows, and their forks.
func (o *office) desks(to string) (numbers, forks []int) {
	o.Helper()
	var answer centreStatusAnswer
	o.ask(&answer, "centre", "status", "--to", to)
	for _, desk := range answer.Desks {
		numbers, forks = append(numbers, desk.Number), append(forks, desk.Forks)
	}
	return numbers, forks
}

// newPC is an empty data folder and what the first run does there.
func (o *office) newPC() (*office, setUp) {
	fresh := &office{T: o.T, program: o.program, folder: filepath.Join(o.TempDir(), "new", "data")}
	return fresh, setUp{folder: fresh.folder, home: o.TempDir()}
}

// Moving: the records, the key and the numbers go on; what was recorded after
// the backup comes from the centre, and is told as a fork.
func TestAMovedDeskGoesOnWhereTheOldOneStopped(t *testing.T) {
	for name, later := range map[string]bool{"the backup is the last state": false, "something was sent after the backup": true} {
		t.Run(name, func(t *testing.T) {
			old := newOffice(t)
			centre := "sqlite:" + filepath.Join(t.TempDir(), "pusat.db")
			old.run(0, "centre", "init", "--to", centre)
			old.number()
			old.run(0, "sync", "--to", centre)
			words, file := old.words(), filepath.Join(t.TempDir(), "cadangan.age")
			old.run(0, "backup", file)
			last := "1J-001"
			if later {
				last = old.number()
				old.run(0, "sync", "--to", centre)
			}
			moved, wizard := old.newPC()
			if err := wizard.Keep(models.FirstRun{Kind: models.FirstMoved, Step: models.StepRestore}); err != nil {
				t.Fatal(err)
			}
			if err := wizard.Restore(context.Background(), file, "salah"); models.KindOf(err) != models.KindUsage || holdsRecords(moved.folder) {
				t.Fatalf("with wrong words: %v", err)
			}
			if kept, due, err := firstRun(moved.folder); err != nil || !due || kept.Step != models.StepRestore {
				t.Errorf("after wrong words it goes on at %+v %v %v", kept, due, err)
			}
			if err := wizard.Restore(context.Background(), file, words); err != nil {
				t.Fatal(err)
			}
			said, _ := moved.run(0, "sync", "--to", centre)
			if told := strings.Contains(said, "dikirim ulang"); told != later {
				t.Errorf("the first sync says %q", said)
			}
			moved.run(0, "sync", "--to", centre)
			if !moved.equal(centre) {
				t.Error("desk and centre differ")
			}
			if next := moved.number(); next <= last {
				t.Errorf("after %s came %s", last, next)
			}
			if got := moved.words(); got != words {
				t.Error("the key is another one")
			}
		})
	}
}

// Adding: the directory and the next number come from the centre, the key from
// the first desk; each desk has numbers of its own, and both reach the centre.
func TestASecondDeskHasItsOwnNumbersAndMeetsTheFirstAtTheCentre(t *testing.T) {
	first := newOffice(t)
	centre := "sqlite:" + filepath.Join(t.TempDir(), "pusat.db")
	file := filepath.Join(t.TempDir(), "mal.json")
	first.run(0, "centre", "init", "--to", centre)
	second, wizard := first.newPC()
	from := models.MallSource{From: models.MallCentre, Centre: centre}
	if _, _, err := wizard.Look(context.Background(), from, ""); models.SaysOf(err).Key != "wizard.mall.none" {
		t.Errorf("an empty centre: %v", err)
	}
	first.run(0, "directory", "export", file)
	first.run(0, "centre", "publish", file, "--to", centre)
	first.run(0, "centre", "enrol", "--desk", "2", "--to", centre)
	preview, faults, err := wizard.Look(context.Background(), from, "")
	if err != nil || len(faults) > 0 || preview.Next != 2 || preview.Agencies != 31 {
		t.Fatalf("%+v %v %v", preview, faults, err)
	}
	answers := models.FirstRun{Kind: models.FirstSecond, Step: models.StepWords, Language: "id", Number: preview.Next, Mall: from, Target: centre}
	if err := wizard.Found(context.Background(), answers, models.FirstSecrets{Words: first.words()}); err != nil {
		t.Fatal(err)
	}
	if a, b := first.number(), second.number(); !strings.HasSuffix(a, "-001") || !strings.HasSuffix(b, "-2001") {
		t.Errorf("the numbers are %s and %s", a, b)
	}
	first.run(0, "sync", "--to", centre)
	second.run(0, "sync")
	if numbers, _ := first.desks(centre); len(numbers) != 2 || numbers[0] != 1 || numbers[1] != 2 {
		t.Errorf("the centre knows %v", numbers)
	}
	if first.words() != second.words() {
		t.Error("the desks have two keys")
	}
	if !first.equal(centre) || !second.equal(centre) {
		t.Error("desks and centre differ")
	}
}

// A desk is founded whole or not at all: what is refused, and what a power cut
// left, is not in the way of the next try.
func TestADeskIsFoundedWholeOrNotAtAll(t *testing.T) {
	_, wizard := newOffice(t).newPC()
	answers := models.FirstRun{Kind: models.FirstNew, Step: models.StepCentre, Language: "en", Number: 3, Name: "North",
		Mall: models.MallSource{From: models.MallSample}}
	ctx := context.Background()
	if err := wizard.Found(ctx, answers, models.FirstSecrets{AdministratorName: "Rina Contoh", PIN: "111111"}); err == nil || holdsRecords(wizard.folder) {
		t.Fatalf("a bad PIN: %v", err)
	}
	for _, left := range []string{"founding/" + store.FileName, "keys/half.key", "restoring-1/x"} {
		path := filepath.Join(wizard.folder, left)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, due, err := firstRun(wizard.folder); err != nil || !due {
		t.Fatalf("leftovers hide the first run: %v", err)
	}
	if err := wizard.Found(ctx, answers, models.FirstSecrets{AdministratorName: "Rina Contoh", PIN: "482915"}); err != nil {
		t.Fatal(err)
	}
	p, err := Open(ctx, Options{Folder: wizard.folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	self := p.Desk.Self()
	if self.Number != 3 || self.Name != "North" || !p.Desk.People() || p.Settings.Language != "en" {
		t.Errorf("founded %+v, people %v, %s", self, p.Desk.People(), p.Settings.Language)
	}
	if left, _ := filepath.Glob(filepath.Join(wizard.folder, "founding")); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

// Where anything of anybody is, nobody is asked; what a first run left is none.
func TestOnlyAFolderWithoutAnythingIsAskedFirst(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		due   bool
	}{
		"missing":            {nil, true},
		"records":            {map[string]string{store.FileName: ""}, false},
		"settings":           {map[string]string{"settings.toml": ""}, false},
		"backups":            {map[string]string{"backups/x.age": ""}, false},
		"broken off":         {map[string]string{firstRunFile: `{"kind":"new","step":"mall"}`}, true},
		"unreadable answers": {map[string]string{firstRunFile: `{`}, true},
		"finished":           {map[string]string{firstRunFile: `{"kind":"new","step":"ready","finished":true}`}, false},
		"killed restore":     {map[string]string{"restoring-7/frontdesk.db": ""}, true},
	} {
		folder := filepath.Join(t.TempDir(), "data")
		for file, content := range c.files {
			path := filepath.Join(folder, file)
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, due, err := firstRun(folder); due != c.due || err != nil {
			t.Errorf("%s: due %v, %v", name, due, err)
		}
	}
}

// What is kept nowhere is asked again, and what is done is not.
func TestABrokenOffFirstRunGoesOnWhereNothingIsMissing(t *testing.T) {
	for name, c := range map[string]struct {
		answers models.FirstRun
		founded bool
		want    models.FirstStep
	}{
		"the PIN was only in memory": {models.FirstRun{Kind: models.FirstNew, Step: models.StepPrinter}, false, models.StepAdministrator},
		"no administrator":           {models.FirstRun{Kind: models.FirstNew, Step: models.StepPrinter, Skipped: []models.FirstStep{models.StepAdministrator}}, false, models.StepPrinter},
		"a server's password": {models.FirstRun{Kind: models.FirstSecond, Step: models.StepWords, Target: "postgres://d@s/c",
			Skipped: []models.FirstStep{models.StepAdministrator}}, false, models.StepCentre},
		"founded just before the cut": {models.FirstRun{Kind: models.FirstNew, Step: models.StepCentre}, true, models.StepKey},
		"the words were shown":        {models.FirstRun{Kind: models.FirstNew, Step: models.StepKey}, true, models.StepKey},
		"the desk was taken away":     {models.FirstRun{Kind: models.FirstNew, Step: models.StepKey, Skipped: []models.FirstStep{models.StepAdministrator}}, false, models.StepCentre},
	} {
		if got := resumed(c.answers, c.founded).Step; got != c.want {
			t.Errorf("%s: goes on at %s", name, got)
		}
	}
}
