package main

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets this test binary serve as the frontdesk command, so that the
// scripts and the tests with many processes run the real program.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"frontdesk": func() { os.Exit(run(context.Background(), os.Args[1:])) },
	})
}

// TestCommands plays testdata/script: one file per command, each with the
// rules it proves.
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_DATA_HOME", env.Getenv("WORK")+"/home")
			return nil
		},
	})
}
