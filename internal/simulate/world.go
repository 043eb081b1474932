package simulate

import (
	"context"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// world is the mall while it is simulated.
type world struct {
	dice
	stage      *stage
	desk       *desk.Desk
	directory  *models.Directory
	popularity []float64
	known      []models.Identity
	hall       *hall // nil: nobody is called
	now        time.Time
	visits     int
	tickets    int
}

// Streams of chance: ids must differ when a folder is simulated again with
// the same seed, what happens must not.
const happenings = 1

func newWorld(s Simulator, seed uint64, before int) *world {
	w := &world{dice: newDice(seed, happenings), stage: &stage{s.Store}, directory: s.Directory,
		popularity: popularity(s.Directory)}
	ids := newDice(seed, happenings+1+uint64(before))
	w.desk = desk.New(desk.Options{Store: w.stage, Sealer: s.Sealer, Self: s.Self, Directory: s.Directory,
		Clock: models.ClockFunc(func() time.Time { return w.now }),
		NewID: func() string { return ids.id(w.now) }})
	return w
}

// day lets the visitors of a day come, each at her own moment.
func (w *world) day(ctx context.Context, day time.Time, visits int) error {
	w.hall.open(day)
	for _, at := range w.arrive(day, visits) {
		if err := w.hall.work(ctx, at); err != nil {
			return err
		}
		w.now = at
		if err := w.receive(ctx); err != nil {
			return err
		}
		w.visits++
	}
	return w.hall.work(ctx, day.AddDate(0, 0, 1))
}

// receive draws what one visitor comes for.
func (w *world) receive(ctx context.Context) error {
	a := w.openAgency(w.now)
	if w.chance(6) {
		a = w.agency() // some come without having asked
	}
	s := w.service(a)
	var err error
	switch w.among([]float64{84, 5, 2, 4, 4, 1}) {
	case 0:
		err = w.checkIn(ctx, a, s)
	case 1:
		_, err = w.desk.Ask(ctx, s.Code, false)
	case 2:
		_, err = w.desk.Ask(ctx, s.Code, true)
	case 3:
		guest := models.Identity{Name: w.visitor().Name, Purpose: pick(w.dice, guestPurposes)}
		_, err = w.desk.CheckIn(ctx, desk.CheckIn{Guest: true, Party: w.party(), Visitor: guest})
	case 4:
		_, err = w.desk.TurnAway(ctx, s.Code, models.TurnedAwayPapers)
	default:
		err = w.search(ctx)
	}
	return err
}

// search is a visitor for whom nothing was found.
func (w *world) search(ctx context.Context) error {
	if err := w.desk.Missed(ctx, pick(w.dice, unknownErrands)); err != nil {
		return err
	}
	_, err := w.desk.TurnAway(ctx, "", models.TurnedAwayNotHere)
	return err
}

var unknownErrands = []string{"visa haji", "tebus obat", "bayar uang sekolah", "lapor banjir", "surat hewan ternak", "tiket kapal"}
