package nightly

import (
	"context"
	"errors"
)

// line is the network between the desks and the centre of a world.
type line struct {
	*world
	trouble int     // per cent of the calls that something happens to
	late    []Batch // on their way for a long time
}

var errLine = errors.New("the line is dead")

func (l *line) Hello(ctx context.Context, h Hello) (Welcome, error) {
	var w Welcome
	err := l.carry(func() (err error) {
		w, err = l.centre.Hello(ctx, h)
		if l.mutant.hello != nil {
			l.mutant.hello(&w)
		}
		return err
	})
	return w, err
}

// Push also loses batches on the way that arrive much later.
func (l *line) Push(ctx context.Context, b Batch) (Receipt, error) {
	var r Receipt
	if l.trouble > 0 && l.rand.IntN(400) < l.trouble {
		l.late = append(l.late, b)
		return r, context.DeadlineExceeded
	}
	err := l.carry(func() (err error) {
		r, err = l.push(ctx, b)
		return err
	})
	return r, err
}

func (l *line) Pull(ctx context.Context, p PullRequest) (Page, error) {
	var page Page
	err := l.carry(func() (err error) {
		if l.mutant.pull != nil {
			l.mutant.pull(l.centre, p)
		}
		page, err = l.centre.Pull(ctx, p)
		return err
	})
	return page, err
}

func (l *line) push(ctx context.Context, b Batch) (Receipt, error) {
	if l.mutant.push != nil {
		l.mutant.push(l.centre, b)
	}
	return l.centre.Push(ctx, b)
}

// carry takes a call to the centre: it may be lost, come twice, or its answer
// may be lost, at once or after all patience.
func (l *line) carry(call func() error) error {
	if l.rand.IntN(100) >= l.trouble {
		return call()
	}
	switch l.rand.IntN(5) {
	case 0:
		return errLine
	case 1:
		return context.DeadlineExceeded
	case 2:
		return errors.Join(call(), errLine)
	case 3:
		return errors.Join(call(), context.DeadlineExceeded)
	}
	if err := call(); err != nil {
		return err
	}
	return call()
}

// deliverLate brings one of the late batches to the centre; nobody waits for
// the answer.
func (l *line) deliverLate() {
	if len(l.late) == 0 {
		return
	}
	i := l.rand.IntN(len(l.late))
	b := l.late[i]
	l.late = append(l.late[:i], l.late[i+1:]...)
	_, err := l.push(context.Background(), b)
	if err != nil && !errors.Is(err, ErrOutOfStep) {
		must(l, err)
	}
}
