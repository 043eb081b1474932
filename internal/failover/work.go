package failover

import (
	"context"
	"errors"
	"reflect"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// Write is one transaction where the Link works now. When the server is lost
// under it the error is models.ErrFellBack: whether the server has stored it is
// not known, and the caller does the same work anew, which then goes to the
// own file.
func (l *Link) Write(ctx context.Context, work func(models.Tx) error) error {
	l.turn.RLock()
	defer l.turn.RUnlock()
	at := l.at.Load()
	if at.alone {
		err := l.Own.Write(ctx, func(tx models.Tx) error { return work(aloneTx{tx, l, ctx}) })
		l.count(ctx)
		return err
	}
	return l.onMall(ctx, at, func(ctx context.Context) error { return l.Mall.Write(ctx, work) })
}

// onMall works on the server. Who waits for an answer lets go when anybody
// finds that the server is gone.
func (l *Link) onMall(ctx context.Context, at *standing, work func(context.Context) error) error {
	hanging, let := context.WithCancel(ctx)
	defer let()
	defer context.AfterFunc(at.ctx, let)()
	err := work(hanging)
	if err == nil || !Gone(err) && (at.ctx.Err() == nil || ctx.Err() != nil) {
		return err
	}
	l.fall(at, err)
	return &models.Error{Kind: models.KindFault, Says: models.Say("alone.fell"), Cause: errors.Join(models.ErrFellBack, err)}
}

// read asks where the Link works now; when the server is lost under the
// question, the own file answers.
func read[T any](ctx context.Context, l *Link, ask func(context.Context, *store.Store) (T, error)) (T, error) {
	at := l.at.Load()
	if at.alone {
		return ask(ctx, l.Own)
	}
	var answer T
	err := l.onMall(ctx, at, func(ctx context.Context) (err error) {
		answer, err = ask(ctx, l.Mall)
		return err
	})
	if errors.Is(err, models.ErrFellBack) {
		return ask(context.WithoutCancel(ctx), l.Own)
	}
	return answer, err
}

// aloneTx is a transaction of the own file.
type aloneTx struct {
	models.Tx
	link *Link
	ctx  context.Context
}

// TakeSequence takes from the block of this PC.
func (t aloneTx) TakeSequence(mallID, date, prefix string, _ int) (int, error) {
	return t.Tx.TakeSequence(mallID, date, prefix, t.link.PC().Number)
}

// NumberTaken refuses numbers from paper: whether another PC has entered one
// is known to the server alone.
func (aloneTx) NumberTaken(string, string, string, int) (bool, error) {
	return false, models.Refuse("alone.paper")
}

// AgencyDemand counts on from what the whole mall had issued when it was seen
// last.
func (t aloneTx) AgencyDemand(mallID, date, agency string) (models.Demand, error) {
	here, err := t.Tx.AgencyDemand(mallID, date, agency)
	if err != nil {
		return here, err
	}
	before, err := t.link.Own.DemandBefore(t.ctx, mallID, date)
	return plus(here, before[agency]), err
}

// Ticket finds numbers of this PC alone.
func (t aloneTx) Ticket(id string) (models.Ticket, error) {
	ticket, err := t.Tx.Ticket(id)
	return ticket, notHere(err)
}

// TicketByNumber finds numbers of this PC alone.
func (t aloneTx) TicketByNumber(mallID, date, number string) (models.Ticket, error) {
	ticket, err := t.Tx.TicketByNumber(mallID, date, number)
	return ticket, notHere(err)
}

// Visit finds visits of this PC alone.
func (t aloneTx) Visit(id string) (models.Visit, error) {
	visit, err := t.Tx.Visit(id)
	return visit, notHere(err)
}

// SaveOperator counts attempts to sign in; who works in the mall is changed on
// its server, whose list takes the place of the copy.
func (t aloneTx) SaveOperator(o models.StoredOperator) error {
	all, err := t.Operators()
	if err != nil {
		return err
	}
	for _, known := range all {
		attempts := o
		attempts.Failures, attempts.NextTry, attempts.SeenAt = known.Failures, known.NextTry, known.SeenAt
		if reflect.DeepEqual(attempts, known) {
			return t.Tx.SaveOperator(o)
		}
	}
	return models.Refuse("alone.people")
}

// AddSurveySheets refuses: an anonymous sheet must leave no trace of its order,
// which a hand-over would.
func (aloneTx) AddSurveySheets([]models.SurveySheet) error { return models.Refuse("alone.survey") }

// VoidSurveySheet refuses: the sheets are on the server.
func (aloneTx) VoidSurveySheet(string) (bool, error) { return false, models.Refuse("alone.survey") }

// notHere says that what is not found stands on the server.
func notHere(err error) error {
	if models.SaysOf(err).Key == "void.unknown" {
		return models.Refuse("alone.on_server")
	}
	return err
}

func plus(a, b models.Demand) models.Demand {
	sum := models.Demand{Issued: a.Issued + b.Issued, Waiting: a.Waiting, ByCounter: map[string]int{}}
	for _, d := range []models.Demand{a, b} {
		for counter, n := range d.ByCounter {
			sum.ByCounter[counter] += n
		}
	}
	return sum
}
