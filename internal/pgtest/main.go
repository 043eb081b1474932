package pgtest

import (
	"fmt"
	"os"
	"testing"
)

// Main runs a package's tests around one server, started with options that
// trade safety for speed, and tells the exit code. It is for TestMain.
func Main(m *testing.M, use func(*Server)) int {
	t := &mainTB{}
	defer t.cleanup()
	use(Start(t, "fsync=off", "synchronous_commit=off", "full_page_writes=off"))
	return m.Run()
}

// mainTB is what Start needs of a test, for the run of all of them.
type mainTB struct {
	testing.TB
	after []func()
}

func (*mainTB) Helper() {}

func (t *mainTB) Cleanup(f func()) { t.after = append(t.after, f) }

func (t *mainTB) cleanup() {
	for i := len(t.after) - 1; i >= 0; i-- {
		t.after[i]()
	}
}

func (t *mainTB) Fatal(args ...any) { t.Fatalf("%s", fmt.Sprint(args...)) }

func (t *mainTB) Fatalf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	t.cleanup()
	os.Exit(1)
}
