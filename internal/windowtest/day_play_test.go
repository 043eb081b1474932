//go:build linux

package windowtest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"frontdesk/internal/xdisplay"
)

// deskDay is a clerk's day at the window.
type deskDay struct {
	*clerk
	dice    *rand.Rand
	target  string // the centre
	tickets string // the printer's folder
	says    []string
	quiet   sync.Mutex // held while no counter may call the newest number

	records int             // visits of every kind that must be stored
	given   map[string]bool // numbers seen in the database when they were new
	known   []string        // NIKs of who was here before
	plays   map[string]int  // by kind
	faults  int
	memory  []measure
}

// measure is what the program took after some visitors.
type measure struct{ visitors, resident int } // MB

func newDice(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 77)) }

// dayVisit is a visit as the program's own command tells it.
type dayVisit struct {
	Kind    string
	Voided  bool
	Tickets []xdisplay.Ticket
}

// visits are those of today so far, in the order of arrival.
func (d *deskDay) visits() []dayVisit {
	d.t.Helper()
	var answer struct{ Visits []dayVisit }
	check(d.t, xdisplay.Ask(&answer, program, d.folder, "visits"))
	return answer.Visits
}

// play lets the visitors come at their moments, and between them does what else
// is done at a desk.
func (d *deskDay) play(visitors int, span time.Duration) {
	d.t.Helper()
	d.plays = map[string]int{}
	moments := d.moments(visitors, span)
	ended := make(chan struct{})
	var hall sync.WaitGroup
	hall.Go(func() { d.hall(ended, span) })
	began := time.Now()
	for i := range visitors {
		time.Sleep(time.Until(began.Add(moments[i])))
		d.visitor()
		d.between(i, visitors)
		if (i+1)%50 == 0 || i+1 == reachable || i+1 == visitors {
			d.weigh(i + 1)
		}
		if d.faults > mostFaults {
			break
		}
	}
	close(ended)
	hall.Wait()
	d.t.Logf("%d visitors in %v: %v", visitors, time.Since(began).Round(time.Second), d.plays)
}

// storing is how long a record may take on a busy machine.
const storing = 60 * time.Second

// mostFaults end the day early: one that went wrong is looked at by its pictures.
const mostFaults = 5

// hours is the share of visitors by hour of the day, from eight on.
var hours = []float64{26, 22, 16, 11, 5, 9, 8, 3}

// moments draws when the visitors come, crowded in the morning.
func (d *deskDay) moments(visitors int, span time.Duration) []time.Duration {
	moments := make([]time.Duration, visitors)
	hour := span / time.Duration(len(hours))
	for i := range moments {
		at := among(d.dice, hours)
		moments[i] = time.Duration(at)*hour + time.Duration(d.dice.Float64()*float64(hour))
	}
	slices.Sort(moments)
	return moments
}

// among picks an index by weight.
func among(dice *rand.Rand, weights []float64) int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	left := dice.Float64() * sum
	for i, w := range weights {
		if left -= w; left < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// stored waits until all records are there, and keeps the new numbers. When
// they are not, the form is emptied and the day goes on.
func (d *deskDay) stored(kind string) []dayVisit {
	d.t.Helper()
	var visits []dayVisit
	for end := time.Now().Add(storing); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		if visits = d.visits(); len(visits) >= d.records {
			break
		}
	}
	if len(visits) != d.records {
		d.fault("%s: %d visits are stored, want %d", kind, len(visits), d.records)
		d.records = len(visits)
	}
	for _, v := range visits {
		for _, ticket := range v.Tickets {
			d.given[ticket.Number] = true
		}
	}
	return visits
}

// fault tells what went wrong, with a picture, and empties the form.
func (d *deskDay) fault(format string, args ...any) {
	d.t.Helper()
	d.faults++
	picture := filepath.Join(os.TempDir(), fmt.Sprintf("frontdesk-day-%d.png", d.faults))
	check(d.t, d.window.Picture(picture))
	d.t.Errorf(format+" (%s)", append(args, picture)...)
	d.presses("F1", "Escape", "Escape", "Escape")
	d.waits()
}

// pause is what a person takes between two fields.
func (d *deskDay) pause() { time.Sleep(300 * time.Millisecond) }

// sentences are what visitors say: the phrases of every day, and on a whole day
// also those of the finder's collection whose first row is right.
func (d *deskDay) sentences(whole bool) []string {
	d.t.Helper()
	if !whole {
		return nil
	}
	body, err := os.ReadFile(filepath.Join("..", "finder", "testdata", "queries.json"))
	check(d.t, err)
	var list struct {
		Queries []struct {
			Q      string
			Accept []string
		}
	}
	check(d.t, json.Unmarshal(body, &list))
	var says []string
	for _, q := range list.Queries {
		var found struct {
			Services []struct {
				Code    string
				ReferTo any `json:"refer_to"`
			}
			Places     []any
			LifeEvents []any `json:"life_events"`
		}
		check(d.t, xdisplay.Ask(&found, program, d.folder, "find", q.Q))
		first := len(found.Services) > 0 && slices.Contains(q.Accept, found.Services[0].Code) && found.Services[0].ReferTo == nil
		if first && len(found.Places)+len(found.LifeEvents) == 0 {
			says = append(says, q.Q)
		}
	}
	if len(says) < 30 {
		d.t.Errorf("only %d sentences find their service", len(says))
	}
	return says
}

// weigh notes the memory of the program.
func (d *deskDay) weigh(visitors int) {
	d.t.Helper()
	pages, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", d.window.PID()))
	check(d.t, err)
	var size, resident int
	_, err = fmt.Sscan(string(pages), &size, &resident)
	check(d.t, err)
	m := measure{visitors: visitors, resident: resident * os.Getpagesize() >> 20}
	d.memory = append(d.memory, m)
	load, err := os.ReadFile("/proc/loadavg")
	check(d.t, err)
	d.t.Logf("%s after %d visitors: %d MB resident; load %.4s", time.Now().Format(time.TimeOnly), visitors, m.resident, load)
}
