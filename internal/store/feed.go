package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// receiptsKept is how long a checkpoint can be recognised when the centre is
// restored from a backup (design/sync.md).
const receiptsKept = 400 * 24 * time.Hour

var errMoved = errors.New("the checkpoint moved meanwhile")

type stateRow struct {
	Incarnation string
	LastPos     int64
	Acked       int64
	Chain       string
	Pulled      int64
	PullMark    string
	Directory   int64
	DeskID      string
	MallID      string
	Waiting     int
	Quarantined int
}

// SyncState reads what this desk knows of its own feed.
func (s *Store) SyncState(ctx context.Context) (models.SyncState, error) {
	const query = `SELECT s.*, f.desk_id, f.mall_id,
		(SELECT count(*) FROM sync_changes WHERE pos > s.acked) AS waiting,
		(SELECT count(*) FROM sync_quarantine) AS quarantined FROM sync_state s, folder f`
	var state models.SyncState
	err := s.atOneMoment(ctx, func(db *gorm.DB) error {
		var row stateRow
		if err := db.Raw(query).Scan(&row).Error; err != nil {
			return err
		}
		flights, err := flightsOf(db)
		state = models.SyncState{MallID: row.MallID, DeskID: row.DeskID, Incarnation: row.Incarnation,
			LastPos: row.LastPos, Acked: row.Acked, Chain: row.Chain, Pulled: row.Pulled, PullMark: row.PullMark,
			Directory: row.Directory, Waiting: row.Waiting, Quarantined: row.Quarantined, Flights: flights}
		return err
	})
	return state, s.fault(err)
}

func flightsOf(db *gorm.DB) ([]models.Flight, error) {
	var flights []models.Flight
	err := db.Raw(`SELECT batch, from_pos AS "from", to_pos AS "to", digest, row_count AS "rows"
		FROM sync_flights ORDER BY departed_at, batch`).Scan(&flights).Error
	return flights, err
}

// ReceiptChain is the chain at an acknowledged place; empty without receipt.
func (s *Store) ReceiptChain(ctx context.Context, incarnation string, pos int64) (string, error) {
	var chain string
	err := s.read.WithContext(ctx).Raw(`SELECT chain FROM sync_receipts WHERE incarnation = ? AND to_pos = ?`,
		incarnation, pos).Scan(&chain).Error
	return chain, s.fault(err)
}

// BeginHistory takes a new incarnation, of which the centre has nothing.
func (s *Store) BeginHistory(ctx context.Context, incarnation string) error {
	return s.transaction(ctx, func(db *gorm.DB) error {
		err := db.Exec(`UPDATE sync_state SET incarnation = ?, pulled = 0, pull_mark = ''`, incarnation).Error
		return errors.Join(err, moveTo(db, 0, ""))
	})
}

// MoveTo takes another checkpoint of the same history.
func (s *Store) MoveTo(ctx context.Context, pos int64, chain string) error {
	return s.transaction(ctx, func(db *gorm.DB) error { return moveTo(db, pos, chain) })
}

func moveTo(db *gorm.DB, pos int64, chain string) error {
	if err := db.Exec(`UPDATE sync_state SET acked = ?, chain = ?`, pos, chain).Error; err != nil {
		return err
	}
	return db.Exec(`DELETE FROM sync_flights`).Error
}

// Depart notes a batch before it is sent, and gives a hash to those of its
// rows that another tool has changed.
func (s *Store) Depart(ctx context.Context, f models.Flight) error {
	return s.transaction(ctx, func(db *gorm.DB) error {
		if err := s.base.fillHashes(db, f.From, f.To); err != nil {
			return err
		}
		return db.Exec(`INSERT INTO sync_flights (batch, from_pos, to_pos, digest, row_count, departed_at) VALUES (?, ?, ?, ?, ?, ?)`,
			f.Batch, f.From, f.To, f.Digest, f.Rows, micros(s.clock.Now())).Error
	})
}

// Acknowledge notes that the centre has a batch, in one transaction: place,
// chain, receipt and what is in quarantine there.
func (s *Store) Acknowledge(ctx context.Context, f models.Flight, chain string, refused []models.Refusal) error {
	return s.transaction(ctx, func(db *gorm.DB) error {
		moved := db.Exec(`UPDATE sync_state SET acked = ?, chain = ? WHERE acked = ?`, f.To, chain, f.From)
		if moved.Error == nil && moved.RowsAffected != 1 {
			return errMoved
		}
		return errors.Join(moved.Error, s.settle(db, f, chain), keepRefused(db, f, refused))
	})
}

func (s *Store) settle(db *gorm.DB, f models.Flight, chain string) error {
	err := db.Exec(`INSERT INTO sync_receipts (incarnation, to_pos, chain, at)
		SELECT incarnation, ?, ?, ? FROM sync_state WHERE true
		ON CONFLICT (incarnation, to_pos) DO UPDATE SET chain = excluded.chain, at = excluded.at`,
		f.To, chain, micros(s.clock.Now())).Error
	return errors.Join(err, db.Exec(`DELETE FROM sync_flights`).Error)
}

type quarantineRow struct {
	Entity  string `gorm:"primaryKey"`
	RowID   string `gorm:"primaryKey"`
	Erased  bool
	Ver     int64
	Session string
	Reason  models.RefusalReason
	Detail  string
	At      int64
}

func (quarantineRow) TableName() string { return "sync_quarantine" }

// keepRefused replaces what was known of the batch's rows in quarantine.
func keepRefused(db *gorm.DB, f models.Flight, refused []models.Refusal) error {
	const clear = `DELETE FROM sync_quarantine WHERE EXISTS (SELECT 1 FROM sync_changes c
		WHERE c.entity = sync_quarantine.entity AND c.row_id = sync_quarantine.row_id AND c.pos > ? AND c.pos <= ?)`
	if err := db.Exec(clear, f.From, f.To).Error; err != nil || len(refused) == 0 {
		return err
	}
	rows := make([]quarantineRow, len(refused))
	for i, r := range refused {
		rows[i] = quarantineRow{r.Entity, r.ID, r.Erased, r.Ver, r.Session, r.Reason, r.Detail, micros(r.At)}
	}
	return db.Save(&rows).Error
}

// Quarantined lists own rows in quarantine at the centre, oldest first.
func (s *Store) Quarantined(ctx context.Context, limit int) ([]models.Refusal, error) {
	var rows []quarantineRow
	err := s.read.WithContext(ctx).Order("at, row_id").Limit(limit).Find(&rows).Error
	list := make([]models.Refusal, len(rows))
	for i, r := range rows {
		list[i] = models.Refusal{RowKey: models.RowKey{Entity: r.Entity, ID: r.RowID},
			Version: models.Version{Erased: r.Erased, Ver: r.Ver, Session: r.Session},
			Reason:  r.Reason, Detail: r.Detail, At: instant(r.At)}
	}
	return list, s.fault(err)
}

// Resend moves records to the end of the feed, unchanged.
func (s *Store) Resend(ctx context.Context, keys []models.RowKey) error {
	return s.transaction(ctx, func(db *gorm.DB) error {
		for _, k := range keys {
			if err := db.Exec(`UPDATE sync_state SET last_pos = last_pos + 1`).Error; err != nil {
				return err
			}
			const move = `UPDATE sync_changes SET pos = (SELECT last_pos FROM sync_state) WHERE entity = ? AND row_id = ?`
			if err := db.Exec(move, k.Entity, k.ID).Error; err != nil {
				return err
			}
		}
		return nil
	})
}

// ForgetPulled makes the next pull start from the beginning.
func (s *Store) ForgetPulled(ctx context.Context) error {
	return s.transaction(ctx, func(db *gorm.DB) error {
		return db.Exec(`UPDATE sync_state SET pulled = 0, pull_mark = ''`).Error
	})
}

// AddRun keeps the result of a run and prunes old receipts.
func (s *Store) AddRun(ctx context.Context, r models.SyncRun) error {
	return s.transaction(ctx, func(db *gorm.DB) error {
		err := db.Exec(`INSERT INTO sync_runs (started_at, ended_at, sent, quarantined, waiting, forked, failure)
			VALUES (?, ?, ?, ?, ?, ?, ?)`, micros(r.Started), micros(r.Ended), r.Sent, r.Quarantined, r.Waiting, r.Forked, r.Failure.Key).Error
		if err != nil {
			return err
		}
		return db.Exec(`DELETE FROM sync_receipts WHERE at < ?`, micros(r.Ended.Add(-receiptsKept))).Error
	})
}

type runRow struct {
	StartedAt   int64
	EndedAt     int64
	Sent        int
	Quarantined int
	Waiting     int
	Forked      bool
	Failure     string
}

// Runs lists the last runs, newest first.
func (s *Store) Runs(ctx context.Context, limit int) ([]models.SyncRun, error) {
	return s.runs(ctx, `true ORDER BY id DESC LIMIT ?`, limit)
}

// LastSuccess is the last run that ended well; zero when there was none.
func (s *Store) LastSuccess(ctx context.Context) (models.SyncRun, error) {
	list, err := s.runs(ctx, `failure = '' ORDER BY id DESC LIMIT 1`)
	if err != nil || len(list) == 0 {
		return models.SyncRun{}, err
	}
	return list[0], nil
}

func (s *Store) runs(ctx context.Context, where string, args ...any) ([]models.SyncRun, error) {
	var rows []runRow
	err := s.read.WithContext(ctx).Raw(fmt.Sprintf(`SELECT * FROM sync_runs WHERE %s`, where), args...).Scan(&rows).Error
	list := make([]models.SyncRun, len(rows))
	for i, r := range rows {
		list[i] = models.SyncRun{Started: instant(r.StartedAt), Ended: instant(r.EndedAt), Sent: r.Sent,
			Quarantined: r.Quarantined, Waiting: r.Waiting, Forked: r.Forked, Failure: models.Phrase{Key: r.Failure}}
	}
	return list, s.fault(err)
}
