package directory

import (
	"strconv"
	"strings"
)

// wholeFile is the place of a fault that has no narrower one.
const wholeFile = "file"

// place is a spot in the directory, linked to the one around it. It becomes
// words only when something is wrong there. The nil place is the whole file.
type place struct {
	around *place
	field  string
	index  int // within a list, when field is ""
}

func (p *place) at(field string) *place { return &place{around: p, field: field} }

func (p *place) item(index int) *place { return &place{around: p, index: index} }

// String writes the way from the outside in: agencies[3].code.
func (p *place) String() string {
	if p == nil {
		return wholeFile
	}
	var parts []string
	for ; p != nil; p = p.around {
		parts = append(parts, p.step())
	}
	var s strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		s.WriteString(parts[i])
	}
	return s.String()
}

func (p *place) step() string {
	switch {
	case p.field == "":
		return "[" + strconv.Itoa(p.index) + "]"
	case p.around == nil:
		return p.field
	}
	return "." + p.field
}

// within tells whether a place, in words, is one of places or inside one.
func within(places map[string]bool, at string) bool {
	if places[at] {
		return true
	}
	for i, c := range at {
		if (c == '.' || c == '[') && places[at[:i]] {
			return true
		}
	}
	return false
}
