package report

// Accuracy is how the estimated waiting times of the last days did, as the desk
// judged them (estimate.Sheet); minutes.
type Accuracy struct {
	From             string  `json:"from"`
	To               string  `json:"to"`
	Days             int     `json:"days"`
	Tickets          int     `json:"tickets"`
	InsideShare      float64 `json:"inside_share"` // called within the range that was told, 0–1
	MedianError      float64 `json:"median_error_minutes"`
	NaiveMedianError float64 `json:"naive_median_error_minutes"` // people ahead × mean service
	MeanWidth        float64 `json:"mean_width_minutes"`         // of the range
}
