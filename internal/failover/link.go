// Package failover keeps a PC of a mall on a server at work when the server is
// gone. A Link is the store that the desk works with: the mall's database
// while it answers, else the PC's own file, with numbers of the PC's own
// block. What was recorded alone is handed over by the protocol of the nightly
// sync as soon as the server is back (handover.go).
//
// All PCs of a mall record in the name of one desk, alone or not: to the
// district the mall is one source. In the own file stands only what the mall
// does not have, beside copies of what is needed to go on alone.
package failover

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// Options of a Link; all are required but Practice.
type Options struct {
	Mall   *store.Store // made by store.OnServer
	Own    *store.Store // the PC's own file
	Folder string       // of the own file
	Name   string       // HOST/DATABASE, for messages
	Host   string       // the computer's name
	Clock  models.Clock
	NewID  models.IDSource
	Log    *slog.Logger
	// Prepare makes the mall's database a desk's own, the first time.
	Prepare  func(ctx context.Context) (store.Folder, error)
	Practice bool // only practice is recorded
}

// Link is the store of a desk in a mall on a server. It is safe for several
// goroutines.
type Link struct {
	Options
	pc     atomic.Pointer[models.PC]
	at     atomic.Pointer[standing]
	turn   sync.RWMutex // writers share it; who goes back to the server holds it alone
	attend sync.Mutex   // held by the one attempt to come back, or to copy
	stop   context.CancelFunc
	watch  sync.WaitGroup

	mirrored int64        // revision of the mall when it was copied; for who attends
	waiting  atomic.Int64 // visits in the own file
	trouble  atomic.Pointer[models.Phrase]
}

// standing is where the Link works now.
type standing struct {
	epoch     int64 // grows with each change of place
	alone     bool
	returning bool
	since     time.Time
	ctx       context.Context // ends with the standing; what hangs on the server then lets go
	end       context.CancelFunc
}

// reachPatience is how long a server may take to show that it is there.
const reachPatience = 3 * time.Second

// New makes a Link; Start sets it to work.
func New(o Options) *Link { return &Link{Options: o} }

// Start finds the server, hands over what an earlier start left in the own
// file, and tells what the desk must know of its database. Without the server
// the PC goes on alone, once it has been connected before. Errors: why the
// server cannot be used, KindRefused for a PC that was another mall's.
func (l *Link) Start(ctx context.Context) (store.Folder, error) {
	pc, err := l.Own.OwnPC(ctx)
	if err != nil {
		return store.Folder{}, err
	}
	l.pc.Store(&pc)
	folder, err := l.connect(ctx)
	switch {
	case err == nil:
		l.stand(false)
		return folder, nil
	case !Gone(err) || pc.ID == "" || l.Practice:
		return store.Folder{}, err
	}
	l.Log.Warn("failover: alone from the start", "error", err)
	folder, err = l.Own.Folder(ctx)
	folder.Self.ID, folder.Self.Number = pc.DeskID, 1
	l.stand(true)
	l.count(ctx)
	return folder, err
}

// connect reaches the server and makes sure of this PC's place there. Rows of
// an earlier start go first, unless another program of this PC sees to them.
func (l *Link) connect(ctx context.Context) (store.Folder, error) {
	if err := l.reach(ctx); err != nil {
		return store.Folder{}, err
	}
	folder, err := l.Prepare(ctx)
	if err != nil {
		return store.Folder{}, err
	}
	if err := l.enrol(ctx, folder); err != nil {
		return store.Folder{}, err
	}
	switch err := l.handOverRest(ctx); {
	case err == nil, errors.Is(err, errBusy):
	case Gone(err):
		return store.Folder{}, err
	default: // nothing is lost, and the mall's queue must go on
		l.Log.Error("failover: the own file was not handed over", "error", err)
	}
	return folder, l.mirror(ctx)
}

// reach asks the server with little patience, then opens its store in peace:
// the first of all PCs makes the tables.
func (l *Link) reach(ctx context.Context) error {
	brief, cancel := context.WithTimeout(ctx, reachPatience)
	defer cancel()
	if err := l.Mall.Ping(brief); err != nil {
		return err
	}
	return l.Mall.Ready(ctx)
}

// enrol gives the PC its number. A PC that was another mall's keeps what it
// recorded for that one: it is refused until that was handed over.
func (l *Link) enrol(ctx context.Context, folder store.Folder) error {
	want := *l.pc.Load()
	if want.DeskID != "" && want.DeskID != folder.Self.ID {
		if visits, waiting, err := l.Own.Pending(ctx); err != nil || visits+waiting > 0 {
			return errors.Join(err, models.Refuse("alone.other_mall", l.Name, l.Folder))
		}
	}
	if want.ID == "" {
		want.ID = l.NewID()
	}
	want.Name = l.Host
	pc, err := l.Mall.EnrolPC(ctx, want)
	if err != nil || pc == *l.pc.Load() {
		return err
	}
	if err := l.Own.BecomePC(ctx, pc, folder.Self.MallID); err != nil {
		return err
	}
	l.pc.Store(&pc)
	return nil
}

// stand changes the place of work.
func (l *Link) stand(alone bool) {
	next := &standing{epoch: 1, alone: alone, since: l.Clock.Now()}
	next.ctx, next.end = context.WithCancel(context.Background())
	if old := l.at.Swap(next); old != nil {
		next.epoch = old.epoch + 1
		old.end()
	}
}

// fall leaves the server, unless somebody else has done so already.
func (l *Link) fall(from *standing, why error) {
	next := &standing{epoch: from.epoch + 1, alone: true, since: l.Clock.Now()}
	next.ctx, next.end = context.WithCancel(context.Background())
	if !l.at.CompareAndSwap(from, next) {
		return
	}
	from.end()
	l.Log.Warn("failover: the server is gone, the own file goes on", "error", why)
}

// Audit tells who signs the audit chains and in whose name deeds are noted.
// What is done alone stands in the chain of the own file.
func (l *Link) Audit(notary models.Notary, actor func() models.Actor) {
	l.Mall.Audit(notary, actor)
	l.Own.Audit(notary, actor)
}

// Alone tells that the PC works in its own file.
func (l *Link) Alone() bool { return l.at.Load().alone }

// PC is this computer as the mall knows it.
func (l *Link) PC() models.PC { return *l.pc.Load() }

// State tells how the PC stands to its server.
func (l *Link) State() models.MallLink {
	at := l.at.Load()
	state := models.MallLink{Name: l.Name, Alone: at.alone, Returning: at.returning, Since: at.since,
		First: models.FirstSequence(l.PC().Number), Waiting: int(l.waiting.Load())}
	if trouble := l.trouble.Load(); trouble != nil && at.alone {
		state.Trouble = *trouble
	}
	return state
}

// Close stops looking for the server and closes both databases.
func (l *Link) Close() error {
	if l.stop != nil {
		l.stop()
		l.watch.Wait()
	}
	if at := l.at.Load(); at != nil {
		l.leave(at)
		at.end()
	}
	return errors.Join(l.Mall.Close(), l.Own.Close())
}

// leave copies what this program changed itself, such as the directory.
func (l *Link) leave(at *standing) {
	if at.alone {
		return
	}
	ctx, cancel := context.WithTimeout(at.ctx, reachPatience)
	defer cancel()
	if err := l.mirror(ctx); err != nil {
		l.Log.Warn("failover: no copy at the end", "error", err)
	}
}

// count keeps how many visits the server does not have.
func (l *Link) count(ctx context.Context) {
	if visits, _, err := l.Own.Pending(ctx); err == nil {
		l.waiting.Store(int64(visits))
	}
}

func (l *Link) tell(err error) {
	says := models.SaysOf(err)
	l.trouble.Store(&says)
}

// goneKeys are the sentences of a server that cannot store now, through no
// fault of what it is told.
var goneKeys = map[string]bool{"database.gone": true, "database.crowded": true, "database.full": true, "database.readonly": true}

// Gone tells that the mall's server cannot be worked with for now.
func Gone(err error) bool {
	return errors.Is(err, models.ErrFellBack) || goneKeys[models.SaysOf(err).Key]
}
