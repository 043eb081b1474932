package main

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// commandRights are the commands that need a right, called so far that only
// the right is looked at.
var commandRights = []struct {
	needs models.Action
	args  string
}{
	{models.ActionCheckIn, "checkin --service POS-01"},
	{models.ActionGuestBook, "visits"},
	{models.ActionExportMasked, "visits --agency POS --out list.csv"},
	{models.ActionExportFull, "visits --agency POS --out list.csv --full --reason uji"},
	{models.ActionPersonalData, "person export none --out hers.json --reason uji"},
	{models.ActionPersonalData, "person stop none --reason uji"},
	{models.ActionPersonalData, "person erase none --reason uji"},
	{models.ActionGuestBook, "person request none --kind stop --reason uji"},
	{models.ActionGuestBook, "person requests"},
	{models.ActionQueue, "queue next --counter POS-1"},
	{models.ActionQueue, "queue call 2G-001"},
	{models.ActionQueue, "queue recall 2G-001"},
	{models.ActionQueue, "queue serve 2G-001"},
	{models.ActionQueue, "queue done 2G-001"},
	{models.ActionQueue, "queue noshow 2G-001"},
	{models.ActionQueue, "queue return 2G-001"},
	{models.ActionQueue, "queue park 2G-001 --minutes 5"},
	{models.ActionQueue, "queue transfer 2G-001 --counter POS-1"},
	{models.ActionQueue, "queue undo 2G-001"},
	{models.ActionVoid, "queue void 2G-001 --reason uji"},
	{models.ActionPrint, "print 2G-001"},
	{models.ActionPrint, "paper --agency POS"},
	{models.ActionPresence, "presence set --agency POS --state present"},
	{models.ActionDirectory, "directory import none.json"},
	{models.ActionOperators, "operator add --name Uji"},
	{models.ActionOperators, "operator role none guide"},
	{models.ActionOperators, "operator password none"},
	{models.ActionOperators, "operator disable none"},
	{models.ActionOperators, "operator enable none"},
	{models.ActionLookUpLimit, "operator allow none"},
	{models.ActionKey, "key export"},
	{models.ActionKey, "key import"},
	{models.ActionSync, "backup copy.age"},
	{models.ActionSync, "sync"},
	{models.ActionSync, "verify"},
	{models.ActionSync, "retention"},
	{models.ActionPersonalData, "retention --at 2026-11-23T08:41:00+08:00"},
	{models.ActionCentre, "sync password --to sqlite:none.db"},
	{models.ActionSync, "sync verify"},
	{models.ActionCentre, "centre init --to sqlite:none.db"},
	{models.ActionCentre, "centre enrol --to sqlite:none.db --desk x"},
	{models.ActionCentre, "centre status --to sqlite:none.db"},
	{models.ActionCentre, "centre publish mall.json --to sqlite:none.db"},
	{models.ActionReports, "report"},
	{models.ActionExportReport, "report --format csv --out report.csv"},
	{models.ActionReports, "estimate eval"},
	{models.ActionSurveyAnswer, "survey add 333333333"},
	{models.ActionSurveyManage, "survey import answers.csv"},
	{models.ActionExportReport, "survey report --out survey.pdf"},
}

// freeCommands need no right of an operator, and why.
var freeCommands = map[string]string{
	"find": "what everybody may know", "plan": "what everybody may know", "version": "what everybody may know",
	"queue list": "numbers without names", "presence list": "agencies, no visitors", "sync status": "counts and times",
	"survey index": "anonymous sums", "operator list": "names to choose from before anybody signed in",
	"directory check": "reads a file alone", "directory export": "what the mall tells everybody",
	"doctor": "how the computer does", "simulate": "fills an empty folder only", "restore": "a new folder; the recovery words decide",
	"database copy": "the server's own password decides", "database password": "the server's own password decides",
	"database guide": "the server's own password decides",
}

// A new command is red here until it stands in the table of rights, or among
// the free ones with the reason why it needs none.
func TestEveryCommandStandsInTheTableOfRights(t *testing.T) {
	named := map[string]bool{}
	for _, row := range commandRights {
		named[commandOf(t, row.args)] = true
	}
	count := 0
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		for _, verb := range cmd.Commands() {
			walk(verb)
		}
		if cmd.HasSubCommands() || !cmd.HasParent() || cmd.Name() == "help" {
			return
		}
		count++
		path := strings.TrimPrefix(cmd.CommandPath(), "frontdesk ")
		if named[path] == (freeCommands[path] != "") {
			t.Errorf("%q: needs a right: %v, free: %q; exactly one is wanted", path, named[path], freeCommands[path])
		}
	}
	walk(rootCommand(&call{speak: text.MustLoad(text.Indonesian)}))
	if count < 40 {
		t.Errorf("only %d commands were looked at", count)
	}
}

// commandOf is the path of the command that words call.
func commandOf(t *testing.T, words string) string {
	t.Helper()
	cmd, _, err := rootCommand(&call{speak: text.MustLoad(text.Indonesian)}).Find(strings.Fields(words))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(cmd.CommandPath(), "frontdesk ")
}

func TestEachRoleMayCallWhatTheTableOfRightsSays(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "meja")
	t.Chdir(t.TempDir())
	t.Setenv("FRONTDESK_PIN", rolePIN)
	t.Setenv("FRONTDESK_NEW_PIN", "719385")
	quiet(t)
	hireOne(t, folder)
	err := errors.Join(os.WriteFile("answers.csv", []byte("date,cost\n2020-03-02,4\n"), 0o600),
		calls(folder, string(models.RoleAdministrator), "directory export mall.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range commandRights {
		for _, role := range models.Roles {
			key := models.SaysOf(calls(folder, string(role), row.args)).Key
			refused := key == "rights.refused"
			if refused == desk.Allowed(role, row.needs) || strings.HasPrefix(key, "sign_in.") {
				t.Errorf("%s: %q was refused: %v (%s)", role, row.args, refused, key)
			}
		}
	}
}

// rolePIN is the PIN of every operator of this test.
const rolePIN = "482915"

// hireOne makes an operator of each role; weak parameters of the PIN keep the
// many sign-ins quick.
func hireOne(t *testing.T, folder string) {
	t.Helper()
	p, err := Open(context.Background(), Options{Folder: folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	secret, err := guard.PINs{Entropy: zeroes{}, Memory: 8, Passes: 1, Threads: 1}.Hide(rolePIN)
	if err != nil {
		t.Fatal(err)
	}
	err = p.Store.Write(context.Background(), func(tx models.Tx) error {
		for i, role := range models.Roles {
			o := models.Operator{Code: string(role), Number: i + 1, Role: role, CreatedAt: time.Now()}
			if err := tx.SaveOperator(models.StoredOperator{Operator: o, Secret: secret}); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, p.Close()); err != nil {
		t.Fatal(err)
	}
}

// zeroes is entropy that need not be any.
type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) { return len(p), nil }

// calls does a command in the name of an operator.
func calls(folder, operator, words string) error {
	c := &call{speak: text.MustLoad(text.Indonesian), input: bufio.NewReader(strings.NewReader(""))}
	root := rootCommand(c)
	root.SetArgs(append(strings.Fields(words), "--data", folder, "--operator", operator))
	err := root.ExecuteContext(context.Background())
	return errors.Join(err, c.close())
}

// quiet keeps the answers of the commands away from the test's own.
func quiet(t *testing.T) {
	t.Helper()
	nowhere, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	out, faults := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = nowhere, nowhere
	t.Cleanup(func() {
		os.Stdout, os.Stderr = out, faults
		nowhere.Close()
	})
}
