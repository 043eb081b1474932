package failover

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
	"frontdesk/internal/store"
)

// errBusy tells that another program of this PC hands over just now.
var errBusy = errors.New("another program of this PC hands over")

const (
	handOverPatience = 10 * time.Second // of one batch
	handOvers        = 3                // attempts, when another program records meanwhile
)

// handOver brings what was recorded alone to the mall, by the engine of the
// nightly sync, and takes it out of the own file. The caller holds the turn
// alone: a ticket must not be called here and there.
func (l *Link) handOver(ctx context.Context) error {
	err := nightly.Alone(l.Folder, func() error {
		engine := nightly.NewEngine(nightly.Options{Feed: l.Own, Centre: mallCentre{l}, Clock: l.Clock, NewID: l.NewID, Timeout: handOverPatience})
		for range handOvers {
			result, err := engine.Run(ctx)
			if err != nil {
				return err
			}
			l.Log.Info("failover: handed over", "sent", result.Sent, "refused", result.Quarantined, "seconds", result.Seconds)
			done, err := l.Own.Forget(ctx)
			if err != nil {
				return err
			}
			if done {
				return l.Own.Wipe(ctx) // its log still held what was handed over
			}
		}
		return errBusy
	})
	if models.KindOf(err) == models.KindRefused && models.SaysOf(err).Key == "runner.running" {
		return errBusy
	}
	if err == nil {
		l.trouble.Store(nil)
		l.waiting.Store(0)
	}
	return err
}

// handOverRest hands over what another start, which has ended, left in the own
// file.
func (l *Link) handOverRest(ctx context.Context) error {
	visits, waiting, err := l.Own.Pending(ctx)
	if err != nil || visits+waiting == 0 {
		return err
	}
	l.turn.Lock()
	defer l.turn.Unlock()
	return l.handOver(ctx)
}

// mallCentre is the mall's database as the centre of this PC's own file.
type mallCentre struct{ *Link }

var _ nightly.Centre = mallCentre{}

// Hello tells how far the mall has taken over this history of the own file.
func (m mallCentre) Hello(ctx context.Context, h nightly.Hello) (nightly.Welcome, error) {
	at, err := m.Mall.PCStream(ctx, h.DeskID, h.Incarnation)
	if err != nil || !at.Known {
		return nightly.Welcome{Now: m.Clock.Now()}, err
	}
	w := nightly.Welcome{Known: true, Acked: at.Acked, Chain: at.Chain, LastBatch: at.LastBatch, Now: m.Clock.Now()}
	w.Last, err = receiptOf(at.LastAnswer)
	return w, err
}

// Push stores a batch among the mall's records, each under the version it has
// in the own file. From there the district gets them like all others.
func (m mallCentre) Push(ctx context.Context, b nightly.Batch) (nightly.Receipt, error) {
	seal := func(chain string, placed store.Placed) (string, string, error) {
		receipt := nightly.Receipt{Chain: nightly.Link(chain, b.ID, b.To, nightly.DigestOf(b.Rows)),
			Stored: placed.Stored, Beaten: placed.Beaten, Refused: placed.Refused}
		answer, err := json.Marshal(receipt)
		return receipt.Chain, string(answer), err
	}
	answer, err := m.Mall.TakeIn(ctx, store.Intake{PC: b.DeskID, Incarnation: b.Incarnation, Batch: b.ID,
		From: b.From, To: b.To, Rows: b.Rows, NewID: m.NewID, Seal: seal})
	if errors.Is(err, store.ErrElsewhere) {
		return nightly.Receipt{}, nightly.ErrOutOfStep
	}
	if err != nil {
		return nightly.Receipt{}, err
	}
	return receiptOf(answer)
}

// Pull has nothing: what the mall has stays there.
func (mallCentre) Pull(_ context.Context, ask nightly.PullRequest) (nightly.Page, error) {
	return nightly.Page{To: ask.After, Mark: ask.Mark}, nil
}

func receiptOf(answer string) (nightly.Receipt, error) {
	var receipt nightly.Receipt
	err := json.Unmarshal([]byte(answer), &receipt)
	return receipt, err
}
