package nightly

import (
	"context"
	"errors"

	"frontdesk/internal/models"
)

// push sends batches until nothing waits. What was changed meanwhile stands
// at the end of the feed and goes along.
func (r *run) push(ctx context.Context) error {
	for {
		r.Progress(Progress{Sent: r.result.Sent, Waiting: r.state.Waiting, Pulled: r.result.Pulled})
		rows, err := r.Feed.Changes(ctx, r.state.Acked, r.size)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return r.refresh(ctx)
		}
		if err := r.deliver(ctx, rows); err != nil {
			return err
		}
	}
}

// deliver sends one batch. It is noted before, so that an answer that gets
// lost is recognised; without an answer nothing is known, and hello finds out.
func (r *run) deliver(ctx context.Context, rows []models.Change) error {
	b := Batch{Stream: r.stream(), ID: r.NewID(), From: r.state.Acked, To: rows[len(rows)-1].Pos, Rows: rows}
	f := models.Flight{Batch: b.ID, From: b.From, To: b.To, Digest: DigestOf(rows), Rows: len(rows)}
	if err := r.fail.at(beforeDepart); err != nil {
		return err
	}
	if err := r.Feed.Depart(ctx, f); err != nil {
		return err
	}
	if err := r.fail.at(afterDepart); err != nil {
		return err
	}
	receipt, err := r.send(ctx, b)
	if err != nil {
		return r.recover(ctx, err)
	}
	return r.acknowledge(ctx, f, receipt)
}

func (r *run) send(ctx context.Context, b Batch) (Receipt, error) {
	var receipt Receipt
	err := r.call(ctx, func(ctx context.Context) (err error) {
		receipt, err = r.Centre.Push(ctx, b)
		return err
	})
	return receipt, err
}

func (r *run) acknowledge(ctx context.Context, f models.Flight, receipt Receipt) error {
	if err := r.fail.at(afterSend); err != nil {
		return err
	}
	if receipt.Chain != Link(r.state.Chain, f.Batch, f.To, f.Digest) {
		return r.hello(ctx)
	}
	if err := r.Feed.Acknowledge(ctx, f, receipt.Chain, receipt.Refused); err != nil {
		return err
	}
	r.state.Acked, r.state.Chain = f.To, receipt.Chain
	r.state.Waiting = max(0, r.state.Waiting-f.Rows)
	r.result.Sent += f.Rows
	r.size = min(2*r.size, r.Batch)
	return r.fail.at(afterAcknowledge)
}

// recover asks the centre where it stands after a batch that got no receipt;
// after a timeout the next batch is half as large. Any other failure ends the
// run, and the next one begins with hello.
func (r *run) recover(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, ErrOutOfStep):
		return r.hello(ctx)
	case errors.Is(err, context.DeadlineExceeded) && r.size > 1:
		r.size = max(1, r.size/2)
		return r.hello(ctx)
	}
	return err
}
