package nightly

import (
	"context"
	"fmt"
	"testing"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
)

// backlog is how many rows a bench sends: three for each visit.
const backlog = 30_000

// plainVisit is a visit as a program without a protocol would upsert it.
type plainVisit struct {
	MallID, ID                                                string `gorm:"primaryKey"`
	DeskID, OperatorID, BusinessDate, Kind                    string
	ArrivedAt, RecordedAt                                     int64
	Party                                                     int
	Priorities, TurnedAway, Service                           string
	Identity                                                  []byte
	KeyID, NIKIndex, PhoneIndex, MaskedName, MaskedNIK, Phone string
	VoidedAt                                                  int64
}

func BenchmarkRun(b *testing.B) {
	for name, found := range benchSites(b) {
		b.Run(name+"/whole run", func(b *testing.B) {
			for range b.N {
				b.StopTimer()
				desk := crowdedDesk(b, found)
				e := desk.engine()
				e.Options.Batch = fullBatch
				b.StartTimer()
				r, err := e.Run(context.Background())
				must(b, err)
				if r.Sent <= backlog {
					b.Fatalf("sent %d", r.Sent)
				}
			}
			b.ReportMetric(float64(backlog*b.N)/b.Elapsed().Seconds(), "rows/s")
		})
		b.Run(name+"/plain upsert", func(b *testing.B) {
			for range b.N {
				b.StopTimer()
				desk := crowdedDesk(b, found)
				rows := make([]plainVisit, backlog)
				for i := range rows {
					rows[i] = plainVisit{MallID: desk.mallID, ID: desk.newID(), DeskID: desk.self.ID, OperatorID: "meja",
						BusinessDate: "2026-11-23", Kind: "service", ArrivedAt: int64(i), RecordedAt: int64(i), Party: 1,
						Service: "DUK-02", Identity: []byte(sealedText), KeyID: "k", NIKIndex: "nik", MaskedName: "A••••"}
				}
				db := desk.world.centre.db
				must(b, db.Migrator().DropTable(&plainVisit{}))
				must(b, db.AutoMigrate(&plainVisit{}))
				b.StartTimer()
				for from := 0; from < len(rows); from += fullBatch {
					part := rows[from : from+fullBatch]
					must(b, db.Transaction(func(tx *gorm.DB) error {
						return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&part).Error
					}))
				}
			}
			b.ReportMetric(float64(backlog*b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// benchSites, for -benchtime 1x: a run leaves its database only at its end.
// They are a centre in a file on the disk and one on a real server.
func benchSites(b *testing.B) map[string]func(w *world) site {
	server := pgtest.Start(b)
	server.CreateDatabase(b, "bench")
	url := server.URL(pgtest.Superuser, "bench")
	c, err := Open(context.Background(), url, Access{})
	must(b, err)
	must(b, c.Init(context.Background()))
	must(b, c.Close())
	free := make(chan string, 1)
	free <- url
	return map[string]func(w *world) site{"file": fileCentre, "server": serverCentre(free)}
}

const sealedText = "a sealed identity is as long as a name, a NIK, a phone and a nonce: some 120 bytes of noise altogether, as here"

// crowdedDesk is a desk with a backlog.
func crowdedDesk(b *testing.B, found func(w *world) site) *station {
	w := emptyWorld(b, 1)
	w.begin(found(w))
	desk := w.desks[0]
	must(b, desk.store.Write(context.Background(), func(tx models.Tx) error {
		for i := range backlog / 3 {
			at := monday.Add(time.Duration(i) * time.Second)
			visit, ticket := desk.newID(), desk.newID()
			for _, err := range []error{
				tx.AddVisit(models.Visit{ID: visit, Origin: desk.origin(), Kind: models.VisitService, ArrivedAt: at, RecordedAt: at, Party: 1,
					Identity: models.SealedIdentity{Blob: []byte(sealedText), KeyID: "k", NIKIndex: "nik", Masked: models.MaskedIdentity{Name: "A••••"}}}),
				tx.AddTicket(models.Ticket{ID: ticket, Origin: desk.origin(), VisitID: visit, Agency: "DUK", Service: "DUK-02", Prefix: "1A",
					Sequence: i + 1, Number: fmt.Sprintf("1A-%03d", i+1), State: models.TicketWaiting, IssuedAt: at, RecordedAt: at}),
				tx.AddEvent(models.TicketEvent{ID: desk.newID(), Origin: desk.origin(), TicketID: ticket, Kind: models.EventIssued, At: at, RecordedAt: at}),
			} {
				if err != nil {
					return err
				}
			}
		}
		return nil
	}))
	return desk
}
