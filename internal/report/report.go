package report

// Report is what happened from one business date to another, both included.
// Names are those of the directory in use; what it no longer knows goes by its
// code.
type Report struct {
	Visits     int    `json:"visits"` // of all kinds, none voided
	From       string `json:"from"`   // YYYY-MM-DD
	To         string `json:"to"`
	Mall       string `json:"mall"`
	City       string `json:"city"`
	Address    string `json:"address"`
	Made       string `json:"made_on"` // YYYY-MM-DD
	Days       int    `json:"days"`    // with visits
	People     int    `json:"people"`  // who came in person, companions included
	Errands    int    `json:"errands"` // numbers, and services that give none
	Called     int    `json:"called"`
	Served     int    `json:"served"`
	NoShows    int    `json:"no_shows"` // called in vain at least once
	Voided     int    `json:"voided"`   // numbers taken back
	Waiting    Spread `json:"waiting"`
	Serving    Spread `json:"serving"`
	Papers     Papers `json:"papers"`
	Questions  int    `json:"questions"`
	TurnedAway int    `json:"turned_away"`
	Priority   int    `json:"priority"`  // visits that name a priority group
	NotFound   int    `json:"not_found"` // searches
	Once       int    `json:"not_found_once"`

	Kinds      []Count       `json:"visits_by_kind"`
	Agencies   []AgencyLine  `json:"agencies"` // most errands first
	Hours      []HourLine    `json:"hours"`    // Monday to Sunday, days with visits only
	Reasons    []Count       `json:"turned_away_by_reason"`
	Missing    []Requirement `json:"missing_papers"` // most often first
	Asked      []Count       `json:"questions_by_kind"`
	Searches   []Count       `json:"searches_not_found"` // made at least twice, most often first
	Priorities []Count       `json:"priorities"`
	Survey     *Survey       `json:"survey,omitempty"`
	Accuracy   *Accuracy     `json:"estimate_accuracy,omitempty"`
}

// Papers tells of how many numbers the papers were looked at, and of how many
// some were missing.
type Papers struct {
	Checked    int `json:"checked"`
	Incomplete int `json:"incomplete"`
}

// Count is how often something was.
type Count struct {
	Of string `json:"of"`
	N  int    `json:"count"`
}
