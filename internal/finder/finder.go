// Package finder turns what people say into services, places of the building
// and life events of one directory, or honestly into nothing.
//
// A query goes through four files in this order: fold.go makes plain words of
// it, lexicon.go adds what those words mean at a public service mall, score.go
// weighs every service against them, find.go ranks and judges how sure it is.
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
	Score   float64 // share of the query that the service explains, 0–1 and a little above
	Marks   []Span  // parts of Service.Name to highlight: sorted, not overlapping, on rune bounds
}

// Span is a range of bytes, To excluded.
type Span struct{ From, To int }

// PlaceHit is one place of the building that was asked for.
type PlaceHit struct {
	Place *models.Place
	Floor *models.Floor
}
