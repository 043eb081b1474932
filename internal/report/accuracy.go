package report

// Accuracy is how the estimated waiting times of a period did, as the desk
// judged them (estimate.Sheet); minutes. Of a long period days spread evenly
// over it are judged, and today only when it is over.
type Accuracy struct {
	From             string  `json:"from"`
	To               string  `json:"to"`
	Days             int     `json:"days"`    // that were judged
	Of               int     `json:"days_of"` // of so many with numbers
	Tickets          int     `json:"tickets"`
	InsideShare      float64 `json:"inside_share"` // called within the range that was told, 0–1
	MedianError      float64 `json:"median_error_minutes"`
	NaiveMedianError float64 `json:"naive_median_error_minutes"` // people ahead × mean service
	MeanWidth        float64 `json:"mean_width_minutes"`         // of the range
}

func (w wording) accuracy(a Accuracy) Section {
	s := w.section("accuracy", w.column(OfItem, "item"), w.column(OfFigure, "value"))
	s.Note = w.t("accuracy.note", a.Days, a.Of, w.date(a.From), w.date(a.To))
	row := func(key string, value Cell) { s.Rows = append(s.Rows, []Cell{say(w.t("accuracy." + key)), value}) }
	row("tickets", count(a.Tickets))
	row("inside", Cell{Kind: CellShare, Number: a.InsideShare})
	row("error", decimal(a.MedianError))
	row("naive", decimal(a.NaiveMedianError))
	row("width", decimal(a.MeanWidth))
	return s
}
