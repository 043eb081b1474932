package failover

import (
	"context"
	"errors"
	"time"
)

const (
	lookEvery   = time.Second     // for a server that is gone
	freshEvery  = 5 * time.Second // for changes at one that is there
	mirrorEvery = 15 * time.Second
	longestWait = 8 * time.Second // between two attempts to come back
)

// Watch looks for the server while the PC is alone, and keeps the copies in
// the own file fresh while it is not, until Close.
func (l *Link) Watch() {
	ctx, stop := context.WithCancel(context.Background())
	l.stop = stop
	l.watch.Go(func() {
		pause := lookEvery
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(pause):
				pause = l.look(ctx, pause)
			}
		}
	})
}

// look does what is due and tells when to look again.
func (l *Link) look(ctx context.Context, last time.Duration) time.Duration {
	if !l.Alone() {
		l.refresh(ctx)
		return freshEvery
	}
	if err := l.ComeBack(ctx); err != nil {
		return min(2*max(last, lookEvery), longestWait)
	}
	return lookEvery
}

// ComeBack goes back to the server if it is there: the records first, then the
// PC. Errors: why it stays alone.
func (l *Link) ComeBack(ctx context.Context) error {
	l.attend.Lock()
	defer l.attend.Unlock()
	at := l.at.Load()
	if !at.alone {
		return nil
	}
	err := l.reach(ctx)
	if err == nil {
		back := *at
		back.returning = true
		l.at.CompareAndSwap(at, &back)
		err = l.settle(ctx)
	}
	if err == nil {
		l.Log.Info("failover: back at the server")
		return nil
	}
	if back := l.at.Load(); back.alone && back.returning {
		still := *back
		still.returning = false
		l.at.CompareAndSwap(back, &still)
	}
	if !Gone(err) && !errors.Is(err, errBusy) {
		l.Log.Error("failover: not back yet", "error", err)
		l.tell(err)
	}
	return err
}

// settle hands over and changes the place in one go: between the two nobody
// records in the own file.
func (l *Link) settle(ctx context.Context) error {
	folder, err := l.Prepare(ctx)
	if err != nil {
		return err
	}
	if err := l.enrol(ctx, folder); err != nil {
		return err
	}
	l.turn.Lock()
	defer l.turn.Unlock()
	if err := l.handOver(ctx); err != nil {
		return err
	}
	l.stand(false)
	return nil
}

// refresh copies what has changed at the mall, and hands over what a program
// of this PC that has ended left in the own file.
func (l *Link) refresh(ctx context.Context) {
	l.attend.Lock()
	defer l.attend.Unlock()
	at := l.at.Load()
	err := l.onMall(ctx, at, func(ctx context.Context) error {
		if err := l.handOverRest(ctx); err != nil {
			return err
		}
		return l.mirror(ctx)
	})
	if err != nil && !Gone(err) && !errors.Is(err, errBusy) {
		l.Log.Error("failover: refresh", "error", err)
	}
}

// mirror keeps the copies fresh: while anything changes at the mall, once in a
// while.
func (l *Link) mirror(ctx context.Context) error {
	revision, err := l.Mall.Revision(ctx)
	if err != nil || revision == l.mirrored {
		return err
	}
	// The mall's date may be one ahead of UTC or behind it.
	yesterday := l.Clock.Now().UTC().AddDate(0, 0, -1).Format(time.DateOnly)
	done, err := l.Own.Mirror(ctx, l.Mall, yesterday, mirrorEvery)
	if done && err == nil {
		l.mirrored = revision
	}
	return err
}
