package nightly

import (
	"context"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Pull hands out the desk's own records that another history of it, or the
// centre, has written last, and the directory when a newer one is published.
func (c *SQLCentre) Pull(ctx context.Context, ask PullRequest) (Page, error) {
	var page Page
	err := c.write(ctx, ask.MallID, ask.DeskID, func(tx *gorm.DB, desk *deskRow) error {
		stream, err := streamOf(tx, ask.Stream)
		if err != nil {
			return err
		}
		if stream == nil {
			return ErrOutOfStep
		}
		if page, err = c.page(tx, desk, stream, ask); err != nil {
			return err
		}
		page.Directory, err = newerDirectory(tx, ask.MallID, ask.Directory)
		return err
	})
	return page, err
}

// page reads on from where the desk stands. The mark proves that the desk's
// place is one of this centre's own history; after a restore of either it
// does not fit, and the desk reads from the beginning.
func (c *SQLCentre) page(tx *gorm.DB, desk *deskRow, stream *streamRow, ask PullRequest) (Page, error) {
	after := ask.After
	if stream.PullMark != ask.Mark {
		after = 0
	}
	var rows []recordRow
	err := tx.Where("mall_id = ? AND desk_id = ? AND seq > ? AND writer <> ?", desk.MallID, desk.ID, after, ask.Incarnation).
		Order("seq").Limit(ask.Limit + 1).Find(&rows).Error
	if err != nil {
		return Page{}, err
	}
	page := Page{To: desk.Seq, Mark: stream.PullMark, More: len(rows) > ask.Limit}
	if page.More {
		rows = rows[:ask.Limit]
		page.To = rows[len(rows)-1].Seq
	}
	for i := range rows {
		page.Rows = append(page.Rows, canonical(&rows[i]))
	}
	if page.To == ask.After && stream.PullMark == ask.Mark {
		return page, nil
	}
	page.Mark = ask.NewMark
	return page, tx.Model(stream).Update("pull_mark", ask.NewMark).Error
}

// canonical gives a record's body the form over which its hash was taken,
// since PostgreSQL keeps its own order of columns. A body that cannot be read
// stays as it is and does not fit its hash.
func canonical(row *recordRow) models.Change {
	c := row.change()
	columns, err := models.DecodeBody(c.Body)
	if err != nil {
		return c
	}
	if body, err := models.EncodeColumns(columns); err == nil {
		c.Body = body
	}
	return c
}

func newerDirectory(tx *gorm.DB, mallID string, known int64) (*models.PublishedDirectory, error) {
	var rows []directoryRow
	err := tx.Where("mall_id = ? AND version > ?", mallID, known).Order("version DESC").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &models.PublishedDirectory{Version: rows[0].Version, Digest: rows[0].Digest, Body: rows[0].Body}, nil
}
