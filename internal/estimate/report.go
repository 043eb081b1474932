package estimate

import (
	"cmp"
	"math"
	"slices"
)

// Report is a score in figures, each rounded to what means something: a
// thousandth. The command and the supervisor's screen tell the same report.
type Report struct {
	All      Sheet
	Ahead    Sheet // of the tickets with somebody ahead
	Services []ServiceSheet
}

// ServiceSheet is the sheet of one service.
type ServiceSheet struct {
	Service string // code; empty: the service was not said
	Sheet
}

// Report sums the score up; the services with most tickets come first.
func (s *Score) Report() Report {
	r := Report{All: s.Sheet().rounded(), Ahead: s.Ahead().rounded()}
	for code, sheet := range s.Services() {
		r.Services = append(r.Services, ServiceSheet{code, sheet.rounded()})
	}
	slices.SortFunc(r.Services, func(a, b ServiceSheet) int {
		return cmp.Or(cmp.Compare(b.Tickets, a.Tickets), cmp.Compare(a.Service, b.Service))
	})
	return r
}

func (s Sheet) rounded() Sheet {
	for _, v := range []*float64{&s.InsideShare, &s.MedianError, &s.NaiveMedianError, &s.SharedMedianError, &s.MeanWidth, &s.MedianWait} {
		*v = math.Round(*v*1000) / 1000
	}
	return s
}
