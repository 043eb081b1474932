package nightly

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"frontdesk/internal/models"
)

// pull takes over the desk's own records as others wrote them: an earlier
// history of this desk, a clone of it, or the centre when it erased an
// identity. Then the directory. It tells whether another round is due.
func (r *run) pull(ctx context.Context) (again bool, err error) {
	before := r.result.Pulled
	for more := true; more; {
		page, err := r.page(ctx)
		if errors.Is(err, ErrOutOfStep) {
			return true, r.hello(ctx)
		}
		if err != nil {
			return false, err
		}
		if err := r.takeOver(ctx, page); err != nil {
			return false, err
		}
		more = page.More
	}
	n, err := r.Feed.ApplyAside(ctx)
	if err != nil {
		return false, err
	}
	r.result.Pulled += n
	return r.result.Pulled > before, r.refresh(ctx)
}

func (r *run) page(ctx context.Context) (Page, error) {
	if err := r.fail.at(beforePull); err != nil {
		return Page{}, err
	}
	ask := PullRequest{Stream: r.stream(), After: r.state.Pulled, Mark: r.state.PullMark, NewMark: r.NewID(),
		Limit: pageSize, Directory: r.state.Directory}
	var page Page
	err := r.call(ctx, func(ctx context.Context) (err error) {
		page, err = r.Centre.Pull(ctx, ask)
		return err
	})
	if err != nil {
		return page, err
	}
	return page, r.fail.at(afterPull)
}

func (r *run) takeOver(ctx context.Context, page Page) error {
	if len(page.Rows) > 0 || page.To != r.state.Pulled || page.Mark != r.state.PullMark {
		taken, err := r.Feed.Apply(ctx, page.Rows, page.To, page.Mark)
		if err != nil {
			return err
		}
		r.result.Pulled += taken
		if err := r.fail.at(afterApply); err != nil {
			return err
		}
	}
	if err := r.takeDirectory(ctx, page.Directory); err != nil {
		return err
	}
	r.Progress(Progress{Sent: r.result.Sent, Waiting: r.state.Waiting, Pulled: r.result.Pulled})
	return r.refresh(ctx)
}

// takeDirectory takes a published directory whole, after its digest and its
// content were checked; the former one is kept.
func (r *run) takeDirectory(ctx context.Context, published *models.PublishedDirectory) error {
	if published == nil || r.ReadDirectory == nil {
		return nil
	}
	if DirectoryDigest(published.Body) != published.Digest {
		return models.Fault(nil, "sync.directory_damaged")
	}
	d, err := r.ReadDirectory(published.Body)
	if err != nil {
		return models.Fault(err, "sync.directory_faulty")
	}
	if d.Mall.Code != r.state.MallID {
		return models.Fault(nil, "sync.directory_other_mall", d.Mall.Code)
	}
	if err := r.Feed.TakeDirectory(ctx, published.Version, d); err != nil {
		return err
	}
	return r.fail.at(afterDirectory)
}

// DirectoryDigest is the SHA-256 by which a desk checks a published directory.
func DirectoryDigest(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}
