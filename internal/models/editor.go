package models

// EditorKind is one kind of entries of a directory as its editor lists them.
type EditorKind string

// Kinds of entries that the editor treats apart: their JSON names.
const (
	EditMall         EditorKind = "mall"
	EditMallHours    EditorKind = "mall.hours"
	EditFloors       EditorKind = "floors"
	EditAgencies     EditorKind = "agencies"
	EditCounters     EditorKind = "counters"
	EditServices     EditorKind = "services"
	EditRequirements EditorKind = "requirements"
	EditHours        EditorKind = "hours"
	EditExceptions   EditorKind = "exceptions"
	EditHolidays     EditorKind = "holidays"
	EditPlaces       EditorKind = "places"
	EditLifeEvents   EditorKind = "life_events"
)

// EditorKinds lists all, what is changed most first.
var EditorKinds = []EditorKind{EditAgencies, EditServices, EditRequirements, EditCounters, EditHours, EditExceptions,
	EditHolidays, EditLifeEvents, EditPlaces, EditFloors, EditMall, EditMallHours}

// EditorField is one field of the entries of a kind.
type EditorField struct {
	Name   string // JSON name; words are under "directory.field.KIND.NAME"
	Needed bool
	Helped bool     // there is a sentence on what to write
	Offer  []string // what may be chosen; codes are not among them
}

// EditorRow is one entry in a line: what it is, and what it belongs to.
type EditorRow struct {
	Row           int // within its kind, from 0
	Title, Detail string
	Faulty        bool
}

// EditorFault is what is wrong with one field of one entry.
type EditorFault struct {
	Kind  EditorKind
	Row   int
	Field int
	Says  Phrase
}

// EditorChange is one entry that differs from the directory in use: Before is
// nil for a new one, After for one that goes. Both are in the order of fields.
type EditorChange struct {
	Kind          EditorKind
	Title         string
	Before, After []string
}

// FileFault is what is wrong at a place of a file: a cell of a sheet, or where
// it stands in JSON.
type FileFault struct {
	Place string
	Says  Phrase
}
