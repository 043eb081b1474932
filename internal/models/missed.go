package models

import "strings"

// MissedMark begins what stands for a word of a search whose text is not in the
// clear; a mark without more stands for a word that was not kept.
const MissedMark = "#"

// MissedDays is on how many business dates a word that the directory does not
// know must be typed before it may stand in the clear: what several people ask
// for is an errand, what one day alone has seen may be somebody's name.
const MissedDays = 3

// HiddenWord is a word of a search as it is stored: a mark that is the same for
// the same word, and the word itself, sealed.
type HiddenWord struct {
	Mark  string
	Blob  []byte
	KeyID string
}

// MissedWord is what is known of a mark.
type MissedWord struct {
	HiddenWord
	Days     int    // business dates on which it was typed
	LastDate string // YYYY-MM-DD
	Known    string // in the clear; empty while it is hidden
}

// ShowMissed puts words in the place of the marks that known tells; the others
// become dots.
func ShowMissed(words string, known map[string]string) string {
	list := strings.Fields(words)
	for i, w := range list {
		if !strings.HasPrefix(w, MissedMark) {
			continue
		}
		if list[i] = known[w]; list[i] == "" {
			list[i] = dots
		}
	}
	return strings.Join(list, " ")
}

// HidesAll tells that nothing of shown words can be read.
func HidesAll(shown string) bool { return strings.Trim(shown, "• ") == "" }
