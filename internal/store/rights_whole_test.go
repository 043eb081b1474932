package store_test

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"testing"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// free are the use cases that ask for no right, and why.
var free = map[string]string{
	"Today": "counts without names, for every screen", "Favourites": "service codes by how often", "Missed": "words that found nothing, without digits",
	"Queue": "numbers without names", "QueueOf": "numbers without names", "Waiting": "numbers without names",
	"Announcements": "numbers that were called, for the hall", "JustIssued": "the number just given, for the hall",
	"LastTickets": "today's numbers, masked, behind the lock", "Revision": "a count",
	"Print": "numbers that check_in just issued", "PrinterState": "a state", "SettlePrints": "states of prints",
	"Survey": "anonymous sums", "SurveySuggestions": "anonymous, without digits",
	"Operators": "names to choose from before anybody signed in", "MeetPeople": "reads who may sign in",
	"SignIn": "proves its own right by the PIN", "SignOut": "ends one's own work", "Lock": "hides what is open",
	"Found": "refused once there is an operator", "RecoverPIN": "the recovery words were proved before",
	"LearnWords": "the night's duty on words that found nothing",
	"Purge":      "the night's duty; a person's wish is asked for by the command",
}

// A new use case of the desk is red here until it stands in uses, with the
// right that it needs, or in free, with the reason why it needs none.
func TestEveryUseCaseStandsInTheTableOfRights(t *testing.T) {
	rows := calledInUses(t)
	kind := reflect.TypeFor[*desk.Desk]()
	count := 0
	for i := range kind.NumMethod() {
		m := kind.Method(i)
		if m.Type.NumIn() < 2 || m.Type.In(1) != reflect.TypeFor[context.Context]() {
			continue // it answers from memory
		}
		count++
		_, isFree := free[m.Name]
		if rows[m.Name] == isFree {
			t.Errorf("%s: in uses: %v, in free: %v; exactly one is wanted", m.Name, rows[m.Name], isFree)
		}
	}
	if count < 60 {
		t.Errorf("only %d use cases were looked at", count)
	}
	for action, cases := range uses {
		if len(cases) == 0 {
			t.Errorf("%s has no use case", action)
		}
	}
	for _, action := range desk.Actions() {
		if len(uses[action]) == 0 && !outside[action] {
			t.Errorf("no use case shows that %s is refused", action)
		}
	}
}

// outside are the rights that only files, settings and commands need; the
// table of commands shows them (cmd/frontdesk).
var outside = map[models.Action]bool{models.ActionExportReport: true, models.ActionDirectory: true, models.ActionSettings: true,
	models.ActionOwnSettings: true, models.ActionKey: true, models.ActionSync: true, models.ActionCentre: true,
	models.ActionRestoreRecords: true}

// calledInUses names the use cases that stand in uses.
func calledInUses(t *testing.T) map[string]bool {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "rights_test.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	called := map[string]bool{}
	ast.Inspect(file.Scope.Lookup("uses").Decl.(ast.Node), func(node ast.Node) bool {
		if s, ok := node.(*ast.SelectorExpr); ok {
			if d, ok := s.X.(*ast.Ident); ok && d.Name == "d" {
				called[s.Sel.Name] = true
			}
		}
		return true
	})
	return called
}
