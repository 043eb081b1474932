// Package queueday makes up days of running queues on which estimates are
// judged: a mall of a few agencies, its recent days, and one day to judge.
//
// It is kept apart from the estimator on purpose. It imports nothing of
// internal/estimate and internal/estimate nothing of it (internal/archtest
// fails otherwise); all that passes between them is a directory and passages,
// which is what a real mall has. The laws differ: here a service takes a
// least time plus a Weibull part, or is of two kinds; pauses are uniform, walks
// away are a Poisson process in time, arrivals a Poisson process with two
// peaks. The estimator assumes log-normal service times, draws pauses once per
// visitor from a table of its own, and knows of no peaks. Every parameter is
// drawn anew for each mall and again for each of its days; none is handed
// out. Numbers of the estimator were chosen by judgement and looked at on
// TuningSeed days only; what is reported comes from JudgingSeed days, and the
// laws Bimodal and Leaving were never used in tuning.
package queueday

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"frontdesk/internal/models"
)

// Seeds of tuning and of judging never meet: day n of a judging seed is made
// of another stream of chance than any day of tuning.
const (
	tuningStream  = 0x7475
	judgingStream = 0x6a75
)

// Use says what days are made for.
type Use int

const (
	Judging Use = iota
	Tuning
)

// Law is the rule by which a day's services and counters behave.
type Law string

const (
	Ordinary Law = "ordinary"
	Bimodal  Law = "bimodal" // a service takes either a short or a long time
	Leaving  Law = "leaving" // counters leave unannounced, some for good
)

// Untuned are the laws that were never used in tuning.
var Untuned = []Law{Bimodal, Leaving}

// Day is one mall's day with the days before it.
type Day struct {
	Directory *models.Directory
	Date      string           // of the day to judge
	Past      []models.Passage // of the days before, by business date
	Passages  []models.Passage // of the day to judge
}

// MostPriority is how many priority tickets the made-up malls call in a row.
const MostPriority = 2

// mostPastDays is how many days may lie before the judged one.
const mostPastDays = 20

// Draw makes the day of a seed. Some malls have just begun and have no past.
func Draw(use Use, seed uint64, law Law) Day {
	stream := uint64(judgingStream)
	if use == Tuning {
		stream = tuningStream
	}
	d := dice{rand.New(rand.NewPCG(seed, stream))}
	m := d.mall()
	past := d.IntN(mostPastDays + 1)
	first := time.Date(2026, 3, 2, 0, 0, 0, 0, m.directory.Mall.Location())
	day := Day{Directory: m.directory}
	for i := range past + 1 {
		date := first.AddDate(0, 0, i)
		passages := d.day(m, date, law)
		if i < past {
			day.Past = append(day.Past, passages...)
			continue
		}
		day.Date, day.Passages = date.Format(time.DateOnly), passages
	}
	return day
}

// dice are the only source of chance.
type dice struct{ *rand.Rand }

func (d dice) between(low, high float64) float64 { return low + d.Float64()*(high-low) }

func (d dice) chance(p float64) bool { return d.Float64() < p }

// weibull is a Weibull number with mean 1.
func (d dice) weibull(shape float64) float64 {
	return math.Pow(d.ExpFloat64(), 1/shape) / math.Gamma(1+1/shape)
}

// mall is what stays the same from day to day.
type mall struct {
	directory *models.Directory
	agencies  []*agency
}

// agency is the hidden truth of one agency.
type agency struct {
	*models.Agency
	services   []service
	popularity []float64
	load       float64 // share of its counters' time that visitors ask for
	quick      float64 // minutes between two visitors, about
}

// service is the hidden truth of one service.
type service struct {
	mean  float64 // minutes
	least float64 // share of the mean that it takes at least
	shape float64 // of the Weibull part
}

func (d dice) mall() mall {
	directory := &models.Directory{Format: "mall-directory/1", Mall: models.Mall{Code: "UJI", Name: "Mal Uji", ShortName: "Mal Uji", Timezone: "Asia/Makassar"}}
	m := mall{directory: directory}
	directory.Agencies = make([]models.Agency, 3+d.IntN(4))
	for i := range directory.Agencies {
		m.agencies = append(m.agencies, d.agency(&directory.Agencies[i], i))
	}
	return m
}

const everyDay = "MO,TU,WE,TH,FR,SA,SU"

func (d dice) agency(a *models.Agency, index int) *agency {
	code := fmt.Sprintf("A%d", index+1)
	published := 5 + d.IntN(16)
	*a = models.Agency{Code: code, ShortName: code, TicketPrefix: code, TypicalServiceMinutes: published,
		Hours: []models.Hours{{ByDay: everyDay, OpensAt: "08:00", ClosesAt: "12:00"}, {ByDay: everyDay, OpensAt: "13:00", ClosesAt: "15:30"}}}
	counters := 1 + d.IntN(4)
	for i := range counters {
		a.Counters = append(a.Counters, models.Counter{Code: fmt.Sprintf("%s-%d", code, i+1), Number: 101 + index*10 + i})
	}
	truth := &agency{Agency: a, load: d.between(0.45, 0.9), quick: d.between(0.1, 0.8)}
	agencyMean := float64(published) * d.between(0.6, 1.5)
	for i := range 2 + d.IntN(5) {
		s := models.Service{Code: fmt.Sprintf("%s-%02d", code, i+1), Name: "Layanan"}
		for _, c := range a.Counters {
			if len(s.Counters) == 0 && c.Code == a.Counters[len(a.Counters)-1].Code || d.chance(0.75) {
				s.Counters = append(s.Counters, c.Code)
			}
		}
		a.Services = append(a.Services, s)
		truth.services = append(truth.services, service{agencyMean * d.between(0.5, 1.7), d.between(0.15, 0.5), d.between(1, 2.4)})
		truth.popularity = append(truth.popularity, d.between(0.2, 2))
	}
	return truth
}
