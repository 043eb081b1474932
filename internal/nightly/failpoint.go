package nightly

// A failpoint is a named place where a test cuts the power: it returns an
// error there or kills the process. Outside tests there is none.
type failpoint func(name string) error

// Names of the failpoints, in the order of a run.
const (
	beforeHello      = "hello.before"
	afterHello       = "hello.after"
	afterFork        = "fork.noted"
	afterRewind      = "rewind.noted"
	afterAdopt       = "adopt.noted"
	beforeDepart     = "depart.before"
	afterDepart      = "depart.noted"
	afterSend        = "send.answered"
	afterAcknowledge = "acknowledge.noted"
	beforePull       = "pull.before"
	afterPull        = "pull.answered"
	afterApply       = "pull.applied"
	afterDirectory   = "directory.taken"
	beforeRecord     = "run.before"
	centreLocked     = "centre.locked"
	centreStored     = "centre.stored"
	centreChained    = "centre.chained"
)

var failpoints = []string{beforeHello, afterHello, afterFork, afterRewind, afterAdopt, beforeDepart, afterDepart,
	afterSend, afterAcknowledge, beforePull, afterPull, afterApply, afterDirectory, beforeRecord,
	centreLocked, centreStored, centreChained}

func (f failpoint) at(name string) error {
	if f == nil {
		return nil
	}
	return f(name)
}
