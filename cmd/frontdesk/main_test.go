package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sync/atomic"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"frontdesk/internal/pgtest"
)

// TestMain lets this test binary serve as the frontdesk command, so that the
// scripts and the tests with many processes run the real program.
func TestMain(m *testing.M) {
	testscript.Main(besideServer{m}, map[string]func(){
		"frontdesk": func() { os.Exit(run(context.Background(), os.Args[1:])) },
	})
}

// postgres is the server of all tests that need one.
var postgres pgtest.Shared

// besideServer ends the server after the tests.
type besideServer struct{ *testing.M }

func (m besideServer) Run() int {
	defer postgres.Stop()
	return m.M.Run()
}

var schemas atomic.Int64

// onSharedDatabase makes a fresh database the setting of every program that
// the test starts.
func onSharedDatabase(t *testing.T) (url string) {
	t.Helper()
	schema := fmt.Sprintf("mall_%d", schemas.Add(1))
	postgres.Server().Exec(t, "CREATE SCHEMA "+schema)
	url = postgres.Server().URL(pgtest.Superuser, "postgres") + "&search_path=" + schema
	t.Setenv("FRONTDESK_DATABASE", url)
	return url
}

// onBoth runs a test on files and on a shared database.
func onBoth(t *testing.T, test func(t *testing.T)) {
	t.Run("file", test)
	t.Run("postgres", func(t *testing.T) {
		onSharedDatabase(t)
		test(t)
	})
}

// TestCommands plays testdata/script: one file per command, each with the
// rules it proves.
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"visit": setVisit},
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_DATA_HOME", env.Getenv("WORK")+"/home")
			return nil
		},
	})
}

// setVisit puts the id of the first visit of an answer into a variable:
// "visit ID answer.json".
func setVisit(ts *testscript.TestScript, _ bool, args []string) {
	var answer visitsAnswer
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &answer))
	ts.Setenv(args[0], answer.Visits[0].ID)
}
