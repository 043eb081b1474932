package nightly

import (
	"context"

	"frontdesk/internal/models"
)

// verdict is what desk and centre make of each other's checkpoints.
type verdict struct {
	kind   verdictKind
	flight models.Flight // for adopt
}

type verdictKind int

const (
	inStep  verdictKind = iota
	unknown             // the centre is older than this history: send all
	adopt               // the answer to a batch was lost: it is there
	moved               // the centre stands at another checkpoint of ours: it went back
	forked              // no shared history: begin a new one
)

// judge compares the checkpoints (design/sync.md, "Protocol"). receipt is the
// desk's own chain at the place where the centre stands, empty if it has none.
func judge(s models.SyncState, w Welcome, receipt string) verdict {
	if !w.Known {
		return verdict{kind: unknown}
	}
	if w.Acked == s.Acked && w.Chain == s.Chain {
		return verdict{kind: inStep}
	}
	for _, f := range s.Flights {
		if f.Batch == w.LastBatch && f.From == s.Acked && f.To == w.Acked && w.Chain == Link(s.Chain, f.Batch, f.To, f.Digest) {
			return verdict{kind: adopt, flight: f}
		}
	}
	if receipt != "" && receipt == w.Chain {
		return verdict{kind: moved}
	}
	return verdict{kind: forked}
}

// hello brings desk and centre to a shared place. A new desk takes its first
// incarnation here.
func (r *run) hello(ctx context.Context) error {
	if r.hellos++; r.hellos > maxHellos {
		return models.Fault(ErrOutOfStep, "sync.out_of_step")
	}
	if err := r.fail.at(beforeHello); err != nil {
		return err
	}
	if err := r.refresh(ctx); err != nil {
		return err
	}
	if r.state.Incarnation == "" {
		if err := r.begin(ctx); err != nil {
			return err
		}
	}
	var w Welcome
	err := r.call(ctx, func(ctx context.Context) (err error) {
		w, err = r.Centre.Hello(ctx, Hello{Stream: r.stream(), Waiting: r.state.Waiting})
		return err
	})
	if err != nil {
		return err
	}
	r.result.ClockOff = r.Clock.Now().Sub(w.Now)
	if err := r.fail.at(afterHello); err != nil {
		return err
	}
	return r.agree(ctx, w)
}

func (r *run) agree(ctx context.Context, w Welcome) error {
	receipt, err := r.Feed.ReceiptChain(ctx, r.state.Incarnation, w.Acked)
	if err != nil {
		return err
	}
	switch v := r.judge(r.state, w, receipt); v.kind {
	case unknown:
		err = r.moveTo(ctx, 0, "")
	case moved:
		err = r.moveTo(ctx, w.Acked, w.Chain)
	case adopt:
		err = r.adopt(ctx, v.flight, w)
	case forked:
		r.result.Forked = true
		err = r.begin(ctx)
	}
	if err != nil {
		return err
	}
	return r.refresh(ctx)
}

func (r *run) begin(ctx context.Context) error {
	if err := r.Feed.BeginHistory(ctx, r.NewID()); err != nil {
		return err
	}
	if err := r.refresh(ctx); err != nil {
		return err
	}
	return r.fail.at(afterFork)
}

func (r *run) moveTo(ctx context.Context, pos int64, chain string) error {
	if r.state.Acked == pos && r.state.Chain == chain {
		return nil
	}
	if err := r.Feed.MoveTo(ctx, pos, chain); err != nil {
		return err
	}
	return r.fail.at(afterRewind)
}

func (r *run) adopt(ctx context.Context, f models.Flight, w Welcome) error {
	if err := r.Feed.Acknowledge(ctx, f, w.Chain, w.Last.Refused); err != nil {
		return err
	}
	r.result.Sent += f.Rows
	return r.fail.at(afterAdopt)
}
