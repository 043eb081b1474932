package desk

import (
	"iter"
	"slices"

	"frontdesk/internal/models"
)

// Choose picks whom a counter calls next from line, which is in the order of
// arrival; ok is false when nobody stands there. Priority visitors go first,
// yet at most run of them in a row past an ordinary visitor who waits: neither
// UU 25/2009 nor PermenPANRB 11/2024 says how to interleave them, and strictly
// first would starve the others (domain.md §1.4).
//
// calls are the day's calls, newest first; they are looked at only as far as
// needed. serves tells whether a counter could have called a candidate: only
// such calls are in her row.
func Choose(line []models.Candidate, run int, calls iter.Seq[models.PastCall], serves func(counter string, c models.Candidate) bool) (models.Candidate, bool) {
	if len(line) == 0 {
		return models.Candidate{}, false
	}
	priority := slices.IndexFunc(line, func(c models.Candidate) bool { return c.Priority })
	if priority <= 0 {
		return line[0], true
	}
	if passedEnough(line[:priority], run, calls, serves) {
		return line[0], true
	}
	return line[priority], true
}

// passedEnough tells that one of the ordinary visitors was passed by run
// priority ones in a row.
func passedEnough(ordinary []models.Candidate, run int, calls iter.Seq[models.PastCall], serves func(string, models.Candidate) bool) bool {
	type row struct {
		models.Candidate
		passed int
	}
	var open []row
	for _, c := range ordinary {
		open = append(open, row{Candidate: c})
	}
	for call := range calls {
		kept := open[:0]
		for _, r := range open {
			if serves(call.Counter, r.Candidate) {
				if !call.Priority {
					continue
				}
				if !call.ArrivedAt.Before(r.ArrivedAt) {
					r.passed++
				}
				if r.passed >= run {
					return true
				}
			}
			kept = append(kept, r)
		}
		if open = kept; len(open) == 0 {
			return false
		}
	}
	return false
}
