// Package finder turns what people say into services, places of the building
// and life events of one directory, or honestly into nothing.
//
// A query goes through the files in this order: fold.go makes plain words of
// it, hear.go finds the known words they stand for, meaning.go adds what they
// mean at a public service mall, score.go holds every service against them,
// find.go judges how sure the answer is. The words come from the directory
// (index.go) and from the lexicon (lexicon.go and its text files).
package finder

import "frontdesk/internal/models"

// Confidence says how far the words of a query are explained by the answer.
type Confidence string

const (
	High Confidence = "high" // the words are explained and the answer stands out
	Low  Confidence = "low"  // a guess worth showing
	None Confidence = "none" // nothing here fits
)

// Result is the answer to one query. Without a fit its lists are empty.
type Result struct {
	Query      string
	Confidence Confidence
	Services   []Hit // the flat ranking, best first
	Ambiguous  bool  // several agencies fit about equally: choose nothing unasked
	Places     []PlaceHit
	LifeEvents []*models.LifeEvent
}

// Hit is one service that fits.
type Hit struct {
	Service *models.Service
	Agency  *models.Agency
	Score   float64 // how well query and service fit, 0–1
	Marks   []Span  // parts of Service.Name to highlight: sorted, not overlapping, on rune bounds
}

// Span is a range of bytes, To excluded.
type Span struct{ From, To int }

// PlaceHit is one place of the building that was asked for.
type PlaceHit struct {
	Place *models.Place
	Floor *models.Floor
}
