package nightly

import (
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
)

// Rows are the centre's tables as GORM sees them.

var forUpdate = clause.Locking{Strength: "UPDATE"}

type deskRow struct {
	MallID     string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	Number     int
	Name       string
	EnrolledAt int64
	Seq        int64
	SeenAt     int64
	Waiting    int
}

func (deskRow) TableName() string { return "centre_desks" }

type streamRow struct {
	MallID      string `gorm:"primaryKey"`
	DeskID      string `gorm:"primaryKey"`
	Incarnation string `gorm:"primaryKey"`
	Acked       int64
	Chain       string
	LastBatch   string
	LastAnswer  string
	PullMark    string
	BegunAt     int64
}

func (streamRow) TableName() string { return "centre_streams" }

type recordRow struct {
	MallID       string `gorm:"primaryKey"`
	ID           string `gorm:"primaryKey"`
	Entity       string
	DeskID       string
	BusinessDate string
	Erased       bool
	Ver          int64
	Session      string
	RowHash      []byte
	Body         string
	Writer       string
	Seq          int64
	StoredAt     int64
}

func (recordRow) TableName() string { return "centre_records" }

func (r *recordRow) version() models.Version {
	return models.Version{Erased: r.Erased, Ver: r.Ver, Session: r.Session}
}

func (r *recordRow) change() models.Change {
	return models.Change{RowKey: models.RowKey{Entity: r.Entity, ID: r.ID}, MallID: r.MallID, DeskID: r.DeskID,
		BusinessDate: r.BusinessDate, Version: r.version(), Hash: r.RowHash, Body: []byte(r.Body)}
}

type historyRow struct {
	MallID       string `gorm:"primaryKey"`
	ID           string `gorm:"primaryKey"`
	Entity       string
	DeskID       string
	BusinessDate string
	Erased       bool
	Ver          int64  `gorm:"primaryKey"`
	Session      string `gorm:"primaryKey"`
	RowHash      []byte
	Body         []byte
	StoredAt     int64
}

func (historyRow) TableName() string { return "centre_history" }

type quarantineRow struct {
	MallID       string `gorm:"primaryKey"`
	DeskID       string `gorm:"primaryKey"`
	ID           string `gorm:"primaryKey"`
	Entity       string `gorm:"primaryKey"`
	Erased       bool
	Ver          int64  `gorm:"primaryKey"`
	Session      string `gorm:"primaryKey"`
	OwnerMall    string
	OwnerDesk    string
	BusinessDate string
	RowHash      []byte
	Body         []byte
	Reason       models.RefusalReason
	Detail       string
	StoredAt     int64
	ReleasedAt   int64
}

func (quarantineRow) TableName() string { return "centre_quarantine" }

type directoryRow struct {
	MallID      string `gorm:"primaryKey"`
	Version     int64  `gorm:"primaryKey"`
	Digest      string
	Body        []byte
	PublishedAt int64
}

func (directoryRow) TableName() string { return "centre_directories" }
