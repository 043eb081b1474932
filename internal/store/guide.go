package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// OpenGuide opens the mall's database with the login of a guide's tablet
// (guide_login.go). It writes nothing, makes no table, and does not even
// connect before something is read, so that a tablet starts while the server
// is away. Directory, Demand, Presences, Revision and PostedWaits answer; the
// server refuses everything else. Errors: KindUsage for what is no such URL.
func OpenGuide(url, password string, clock models.Clock) (*Store, error) {
	s, err := OnServer(url, password, clock)
	if err != nil {
		return nil, err
	}
	s.guide = true
	return s, nil
}

// guideDemand reads the counts of a day where the tickets are not to be seen.
func guideDemand(db *gorm.DB, mallID, date string) (map[string]models.Demand, error) {
	rows, err := db.Raw(`SELECT agency, counter, issued, waiting FROM guide_counts
		WHERE mall_id = ? AND business_date = ? AND issued > 0`, mallID, date).Rows()
	if err != nil {
		return nil, err
	}
	return scanDemand(rows)
}

// PostWaits shows the waits to the guide's tablets of this mall, unless a desk
// posted some of the same records a moment ago. Without a tablet's login there
// is no board, and nothing is written. It raises no desk's revision.
func (s *Store) PostWaits(ctx context.Context, w models.PostedWaits) error {
	server, ok := s.base.(*server)
	if !ok {
		return nil
	}
	db := s.write.WithContext(ctx)
	if !server.board.Load() {
		var there bool
		err := one(db.Raw(`SELECT to_regclass('guide_board') IS NOT NULL`), &there)
		if err != nil || !there {
			return s.fault(err)
		}
		server.board.Store(true)
	}
	const post = `UPDATE guide_board SET mall_id = @mall, at = @at, revision = @revision, posts = posts + 1, body = @body
		WHERE mall_id <> @mall OR revision < @revision OR abs(at - @at) > @soon`
	return s.fault(db.Exec(post, map[string]any{"mall": w.MallID, "at": micros(w.At), "revision": w.Revision,
		"body": string(w.Body), "soon": boardSoon.Microseconds()}).Error)
}

// boardSoon is how long posted waits of the same records are new enough.
const boardSoon = 30 * time.Second

// PostedWaits reads what the desks of a mall posted last; empty when that was
// nothing.
func (s *Store) PostedWaits(ctx context.Context, mallID string) (models.PostedWaits, error) {
	var row struct {
		At       int64
		Revision int64
		Body     string
	}
	err := s.read.WithContext(ctx).Raw(`SELECT at, revision, body FROM guide_board WHERE mall_id = ?`, mallID).Scan(&row).Error
	return models.PostedWaits{MallID: mallID, At: instant(row.At), Revision: row.Revision, Body: []byte(row.Body)}, s.fault(err)
}
