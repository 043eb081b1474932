package simulate

import (
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// shares of visitors by agency, per cent: the mall of Balikpapan in 2025
// (domain.md §1.6). The other agencies have the rest between them.
var shares = map[string]float64{"DUK": 24.8, "DPM": 19.3, "BKT": 18.4, "BPK": 14.8, "POL": 9.7}

// popularity gives each agency of a directory its share.
func popularity(d *models.Directory) []float64 {
	rest, others := 100.0, 0
	for _, a := range d.Agencies {
		if share, known := shares[a.Code]; known {
			rest -= share
		} else {
			others++
		}
	}
	weights := make([]float64, len(d.Agencies))
	for i, a := range d.Agencies {
		share, known := shares[a.Code]
		if !known {
			share = rest / float64(others)
		}
		if len(a.Services) > 0 {
			weights[i] = share
		}
	}
	return weights
}

// agency draws an agency by its popularity.
func (w *world) agency() *models.Agency { return &w.directory.Agencies[w.among(w.popularity)] }

// service draws one of an agency's services: directories list the usual
// first, and each is asked for less than the one before.
func (w *world) service(a *models.Agency) *models.Service {
	weights := make([]float64, len(a.Services))
	for i := range weights {
		weights[i] = 1 / float64(i+1)
	}
	return &a.Services[w.among(weights)]
}

// gives tells whether an agency gives numbers at an instant, its quota aside.
func (w *world) gives(a *models.Agency, at time.Time) bool {
	return desk.Status(w.directory, a, at, models.Presence{}, 0).Open
}

// openAgency draws among those that give numbers; the last one drawn may not.
func (w *world) openAgency(at time.Time) *models.Agency {
	const tries = 20
	a := w.agency()
	for range tries {
		if w.gives(a, at) {
			break
		}
		a = w.agency()
	}
	return a
}
