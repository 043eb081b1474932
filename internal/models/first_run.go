package models

import "slices"

// FirstRun is what the first run was answered so far. It is kept between two
// starts until the desk is set up, and tells afterwards what was left out. No
// PIN, password or recovery word is ever part of it.
type FirstRun struct {
	Step     FirstStep   `json:"step"`
	Kind     FirstKind   `json:"kind"`
	Language string      `json:"language"`
	Mall     MallSource  `json:"mall"`
	Number   int         `json:"number"` // of the desk, 1–9
	Name     string      `json:"name"`   // of the desk; may be empty
	Printer  string      `json:"printer"`
	Target   string      `json:"target"` // the centre
	Skipped  []FirstStep `json:"skipped"`
	Finished bool        `json:"finished"`
}

// FirstStep is a page of the first run.
type FirstStep string

// The steps; which of them there are, and in what order, Steps tells.
const (
	StepWelcome       FirstStep = "welcome"
	StepMall          FirstStep = "mall"
	StepDesk          FirstStep = "desk"
	StepAdministrator FirstStep = "administrator"
	StepPrinter       FirstStep = "printer"
	StepCentre        FirstStep = "centre"
	StepKey           FirstStep = "key"     // the new recovery words are shown
	StepWords         FirstStep = "words"   // the mall's recovery words are typed
	StepRestore       FirstStep = "restore" // a backup is brought back
	StepReady         FirstStep = "ready"
)

// FirstKind says what this computer is to be.
type FirstKind string

// The kinds.
const (
	FirstNew    FirstKind = "new"    // the first desk of its mall
	FirstSecond FirstKind = "second" // one more desk
	FirstMoved  FirstKind = "moved"  // takes the place of an old computer
)

// FirstKinds lists the kinds in the order in which they are offered.
var FirstKinds = []FirstKind{FirstNew, FirstSecond, FirstMoved}

// Steps are the pages of a kind, in order.
func (k FirstKind) Steps() []FirstStep {
	switch k {
	case FirstMoved:
		return []FirstStep{StepWelcome, StepRestore, StepReady}
	case FirstSecond:
		return []FirstStep{StepWelcome, StepMall, StepDesk, StepAdministrator, StepPrinter, StepCentre, StepWords, StepReady}
	}
	return []FirstStep{StepWelcome, StepMall, StepDesk, StepAdministrator, StepPrinter, StepCentre, StepKey, StepReady}
}

// Founds tells that leaving a step by Enter makes the desk: all before it are
// answers, all after it are about a desk that is there.
func (k FirstKind) Founds(step FirstStep) bool {
	return step == StepRestore || k == FirstNew && step == StepCentre || k == FirstSecond && step == StepWords
}

// MallSource is where the directory of the mall comes from.
type MallSource struct {
	From   MallFrom `json:"from"`
	File   string   `json:"file"`   // of MallFile
	Centre string   `json:"centre"` // of MallCentre
}

// MallFrom is the kind of such a source.
type MallFrom string

// The sources.
const (
	MallSample MallFrom = "sample"
	MallFile   MallFrom = "file"
	MallCentre MallFrom = "centre"
)

// MallSources lists them in the order in which they are offered.
var MallSources = []MallFrom{MallSample, MallFile, MallCentre}

// MallPreview is what a directory holds, before it is taken.
type MallPreview struct {
	Name     string
	Agencies int
	Services int
	Counters int
	Next     int // number for the next desk, as the centre knows the others; 0: unknown
}

// FirstSecrets are what the first run was told and keeps nowhere.
type FirstSecrets struct {
	AdministratorName string
	PIN               string // empty: no administrator yet
	CentrePassword    string
	Words             string // the mall's recovery words; empty: a key of its own
}

// Skip notes that a step was left out.
func (f *FirstRun) Skip(step FirstStep) {
	if !slices.Contains(f.Skipped, step) {
		f.Skipped = append(f.Skipped, step)
	}
}

// Answer notes that a step was not left out.
func (f *FirstRun) Answer(step FirstStep) {
	f.Skipped = slices.DeleteFunc(f.Skipped, func(s FirstStep) bool { return s == step })
}

// Left lists in order the steps of its kind that were left out.
func (f FirstRun) Left() []FirstStep {
	var left []FirstStep
	for _, step := range f.Kind.Steps() {
		if slices.Contains(f.Skipped, step) {
			left = append(left, step)
		}
	}
	return left
}
